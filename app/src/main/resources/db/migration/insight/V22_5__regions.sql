-- Where the people behind pseudonyms live, as far as they let it be used; never on the log nor in a file of the lake.
create table insight.region (
    pseudonym bigint primary key,
    region    text not null
);
