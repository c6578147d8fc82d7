create schema feed;

-- Every model that was made of the log, with what it came from. A version is made by one process; what is held back from
-- serving stays on record with the reasons. Rows of days gone by are thinned out.
create table feed.model (
    version   int primary key check (version > 0),
    parent    int         not null check (parent between 0 and version - 1),
    made_at   timestamptz not null,
    learned   bigint      not null check (learned >= 0),
    file      text        not null unique,
    bytes     bigint      not null check (bytes > 0),
    verdict   text        not null check (verdict in ('passed', 'refused', 'too-few', 'dropped')),
    reasons   text[]      not null,
    judged    jsonb       not null,
    check (verdict <> 'refused' or cardinality(reasons) > 0)
);
create index model_verdict on feed.model (verdict, version desc);

-- While an operator holds a version, it alone ranks and nothing is learned.
create table feed.model_hold (
    number   int generated always as identity primary key,
    version  int         not null,
    why      text        not null check (length(why) between 1 and 500),
    held_by  bigint,
    held_at  timestamptz not null,
    ended_by bigint,
    ended_at timestamptz check (ended_at >= held_at)
);
create unique index one_model_is_held on feed.model_hold ((true)) where ended_at is null;
create index model_hold_holder on feed.model_hold (held_by);
create index model_hold_ender on feed.model_hold (ended_by);
