create schema river;

-- One row for each fact that was told inside a transaction, until the relay has brought it to the log.
create table river.outbox (
    position    bigint generated always as identity primary key,
    transaction xid8   not null default pg_current_xact_id(),
    topic       text   not null,
    key         bigint not null,
    body        bytea  not null,
    told_at     timestamptz not null default now()
);
create index outbox_in_order on river.outbox (transaction, position);

-- Who may do what only one process may do; the token grows with each holder and fences the former one.
create table river.lease (
    name   text primary key,
    token  bigint not null,
    holder text not null,
    until  timestamptz not null
);

-- Which process makes ids with which node number.
create table river.node (
    number integer primary key check (number between 0 and 1023),
    holder text not null,
    until  timestamptz not null
);

-- Keys of item tokens (HMAC) and page signatures (Ed25519); secrets are sealed under the master key.
create table river.key (
    id         integer generated always as identity (minvalue 1 maxvalue 255) primary key,
    purpose    text  not null check (purpose in ('token', 'page')),
    secret     bytea not null,
    public_key bytea,
    since      timestamptz not null
);

-- What each pseudonym has had before its eyes: a 64-bit roaring bitmap of work ids.
create table river.seen (
    pseudonym  bigint primary key,
    works      bytea not null,
    updated_at timestamptz not null
);
