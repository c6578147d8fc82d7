-- What machines noticed of a room's picture while it was live.
create table live.flag (
    id    bigint primary key,
    room  bigint      not null references live.room,
    kind  text        not null check (kind in ('black', 'flat', 'frozen', 'words')),
    value text        not null check (length(value) <= 500),
    at    timestamptz not null
);
create index flag_room on live.flag (room, id desc);

-- What an operator did about a room, and what another made of its host's appeal.
create table live.measure (
    id          bigint primary key,
    room        bigint      not null references live.room,
    step        text        not null check (step in ('warn', 'mute-goods', 'cut')),
    violation   text        not null,
    note        text        not null check (length(note) between 2 and 500),
    taken_by    bigint      not null,
    taken_at    timestamptz not null,
    appeal      text check (length(appeal) between 2 and 1000),
    appealed_at timestamptz,
    answered_by bigint,
    answered_at timestamptz,
    upheld      boolean,
    answer      text check (length(answer) between 2 and 500),
    check ((appeal is null) = (appealed_at is null)),
    check ((answered_at is null) = (upheld is null)),
    check ((answered_at is null) = (answered_by is null)),
    check ((answered_at is null) = (answer is null)),
    check (answered_at is null or appealed_at is not null),
    check (answered_by <> taken_by)
);
create index measure_room on live.measure (room, id);
create index measure_appealed on live.measure (appealed_at) where appealed_at is not null and answered_at is null;

-- Since when nothing is sold in a room by an operator's measure.
alter table live.room add column goods_muted_at timestamptz;
