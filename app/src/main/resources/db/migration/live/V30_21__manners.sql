-- What one answers to; it may be gone once whoever said it is erased.
alter table live.said add column reply_to bigint;

-- How a room is talked in: seconds between two words of one person, words that its host does not want, and what is pinned.
create table live.manner (
    room         bigint primary key references live.room,
    slow_seconds smallint not null default 0 check (slow_seconds between 0 and 300),
    words        text[]   not null default '{}' check (cardinality(words) <= 50),
    pinned       text check (length(pinned) between 1 and 100),
    pinned_by    bigint,
    check ((pinned is null) = (pinned_by is null))
);
create index manner_pinned_by on live.manner (pinned_by);

-- Who keeps order in a host's rooms beside the host.
create table live.moderator (
    id         bigint primary key,
    host       bigint      not null,
    person     bigint      not null check (person <> host),
    granted_at timestamptz not null,
    revoked_at timestamptz
);
create unique index moderator_now on live.moderator (host, person) where revoked_at is null;
create index moderator_person on live.moderator (person);

-- What host and moderators did; only appended to, but for people who are erased.
create table live.deed (
    id    bigint primary key,
    host  bigint      not null,
    room  bigint references live.room,
    by    bigint,
    kind  text        not null check (kind in ('granted', 'revoked', 'muted', 'unmuted', 'pinned', 'unpinned', 'changed')),
    about bigint,
    at    timestamptz not null
);
create index deed_host on live.deed (host, id desc);
create index deed_by on live.deed (by);
create index deed_about on live.deed (about);
