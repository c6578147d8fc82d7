create schema media;

-- An upload and its fate; the id is the media's.
create table media.uploads (
    media           bigint      primary key,
    owner           bigint      not null,
    size            bigint      not null check (size > 0),
    received        bigint      not null default 0 check (received between 0 and size),
    state           text        not null check (state in ('uploading', 'queued', 'transcoding', 'ready', 'failed', 'cancelled')),
    priority        text        not null check (priority in ('usual', 'low')),
    percent         smallint    not null default 0 check (percent between 0 and 100),
    reason          text,
    detail          text,
    width           integer,
    height          integer,
    duration_millis integer,
    writer          bigint,
    writing_until   timestamptz,
    made_at         timestamptz not null,
    touched_at      timestamptz not null
);

create index uploads_of_owner on media.uploads (owner, made_at);
create index uploads_by_age on media.uploads (touched_at);

-- The durable queue. A job whose lease has run out belongs to nobody: its process died.
create table media.jobs (
    media       bigint      primary key references media.uploads on delete cascade,
    judged      boolean     not null default false,
    queued_at   timestamptz not null,
    turn        timestamptz not null,
    not_before  timestamptz not null,
    attempts    smallint    not null default 0,
    lease       bigint,
    lease_until timestamptz
);

create index jobs_by_turn on media.jobs (judged, turn);

-- Packages whose files are whole in the folder of their id.
create table media.packages (
    media           bigint      primary key,
    owner           bigint      not null,
    width           integer     not null,
    height          integer     not null,
    duration_millis integer     not null,
    covers          smallint    not null,
    size            bigint      not null,
    fingerprint     bytea       not null,
    observations    jsonb       not null,
    cpu_millis      bigint      not null,
    packaged_at     timestamptz not null
);

create index packages_of_owner on media.packages (owner);

-- Looks of films that were banned; they stay when the film itself is gone.
create table media.banned (
    media       bigint      primary key,
    fingerprint bytea       not null,
    banned_at   timestamptz not null
);
