create schema identity;

-- Keys under which fields are sealed; each is itself wrapped by the master key, which is never in the database.
create table identity.data_key (
    purpose text not null,
    version int not null check (version > 0),
    wrapped bytea not null,
    made_at timestamptz not null,
    primary key (purpose, version)
);

-- An erased person stays as a number only: what others hold by it finds no name.
create table identity.person (
    id bigint primary key,
    handle text unique,
    name text,
    bio text,
    avatar bigint,
    erased boolean not null default false,
    check (not erased or (handle is null and name is null and bio is null and avatar is null)),
    check (erased or (handle is not null and name is not null and bio is not null))
);
create index person_handle_prefix on identity.person (handle text_pattern_ops);

create table identity.credential (
    person bigint primary key references identity.person,
    hash text not null
);

create table identity.session (
    hash bytea primary key check (length(hash) = 32),
    person bigint not null references identity.person,
    expires_at timestamptz not null
);
create index session_person on identity.session (person, expires_at desc);
create index session_expires on identity.session (expires_at);

-- Counters of attempts by a keyed hash of a handle or an address; neither is here in clear.
create table identity.attempt (
    key bytea primary key,
    taken int not null,
    since timestamptz not null
);
create index attempt_since on identity.attempt (since);

create table identity.role (
    person bigint not null references identity.person,
    role text not null check (role in ('viewer', 'creator', 'merchant', 'operator', 'auditor')),
    primary key (person, role)
);
create index role_people on identity.role (role, person);

create table identity.consent (
    person bigint not null references identity.person,
    purpose text not null check (purpose in ('behaviour', 'region', 'notices')),
    given boolean not null,
    at timestamptz not null,
    primary key (person, purpose)
);

create table identity.consent_history (
    id bigint primary key,
    person bigint not null references identity.person,
    purpose text not null,
    given boolean not null,
    at timestamptz not null
);
create index consent_history_person on identity.consent_history (person, id);

-- The row is the key that ties facts to a person: without it they are tied to nobody.
create table identity.pseudonym (
    pseudonym bigint primary key check (pseudonym >= 0),
    person bigint not null references identity.person,
    wrapped_key bytea not null,
    day date not null,
    ended_at timestamptz
);
create unique index pseudonym_current on identity.pseudonym (person) where ended_at is null;
create index pseudonym_person on identity.pseudonym (person);
create index pseudonym_ended on identity.pseudonym (ended_at) where ended_at is not null;

-- For a day after an anonymous browser changed its pseudonym: what it was shown before the change is still its own.
create table identity.visitor_change (
    previous bigint primary key,
    pseudonym bigint not null,
    at timestamptz not null
);
create index visitor_change_at on identity.visitor_change (at);

create table identity.invitation (
    single boolean primary key default true check (single),
    hash bytea not null check (length(hash) = 32),
    expires_at timestamptz not null
);

create table identity.follow (
    id bigint not null unique,
    follower bigint not null references identity.person,
    followed bigint not null references identity.person,
    primary key (follower, followed),
    check (follower <> followed)
);
create index follow_followers on identity.follow (followed, id desc);
create index follow_following on identity.follow (follower, id desc);

create table identity.block (
    id bigint not null unique,
    blocker bigint not null references identity.person,
    blocked bigint not null references identity.person,
    primary key (blocker, blocked),
    check (blocker <> blocked)
);
create index block_blocked on identity.block (blocked);
create index block_blocker on identity.block (blocker, id desc);
