-- what a person wants no work recommended for; the key is how the feed asks
create table conversation.muted_tag (
    person bigint not null,
    tag    text   not null check (char_length(tag) between 1 and 64),
    id     bigint not null,
    primary key (person, tag)
);
