-- What a viewer chose to begin with, by the pseudonym that may be profiled; a browser's only as long as its cookie.
create table conversation.chosen_tags (
    pseudonym bigint primary key,
    tags      text[] not null check (cardinality(tags) between 1 and 10),
    until     timestamptz
);
create index chosen_tags_until on conversation.chosen_tags (until) where until is not null;
