create schema live;

create table live.room (
    id          bigint primary key,
    host        bigint      not null,
    shop        bigint,
    title       text        not null check (length(title) between 1 and 60),
    state       text        not null check (state in ('open', 'live', 'ended', 'cut')),
    opened_at   timestamptz not null,
    begun_at    timestamptz,
    fragment_at timestamptz,
    ended_at    timestamptz,
    cut_by      bigint,
    reason      text check (length(reason) between 2 and 500),
    check ((state = 'cut') = (reason is not null)),
    check ((state in ('ended', 'cut')) = (ended_at is not null))
);
-- a host has one room that is not over
create unique index room_of_host on live.room (host) where state in ('open', 'live');
create index room_live on live.room (begun_at desc) where state = 'live';
create index room_host on live.room (host, id desc);

-- With which key somebody pushes: found by its hash, shown again from what is sealed.
create table live.stream_key (
    person  bigint primary key,
    hash    bytea       not null unique check (length(hash) = 32),
    sealed  bytea       not null,
    made_at timestamptz not null
);

create table live.said (
    id     bigint primary key,
    room   bigint      not null references live.room,
    person bigint      not null,
    text   text        not null check (length(text) between 1 and 100),
    at     timestamptz not null
);
create index said_room on live.said (room, id desc);
create index said_person on live.said (person);

create table live.muted (
    room   bigint      not null references live.room,
    person bigint      not null,
    at     timestamptz not null,
    primary key (room, person)
);

create table live.shelf (
    room    bigint   not null references live.room,
    product bigint   not null,
    place   smallint not null check (place between 0 and 99),
    primary key (room, product)
);

-- What was being explained from when to when; one thing at a time.
create table live.explained (
    id       bigint primary key,
    room     bigint      not null references live.room,
    product  bigint      not null,
    from_at  timestamptz not null,
    until_at timestamptz,
    check (until_at >= from_at)
);
create unique index explained_now on live.explained (room) where until_at is null;
create index explained_room on live.explained (room, id);
