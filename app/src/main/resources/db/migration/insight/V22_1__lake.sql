create schema insight;
create extension if not exists btree_gist with schema public;

-- The files of the lake. Raw ones hold records as they were on the log; those of the view hold each fact of a day once.
-- A file that has no row here does not exist, whatever lies in the folder.
create table insight.file (
    id         bigint primary key,
    part       text        not null check (part in ('raw', 'view')),
    day        date        not null,
    facts      bigint      not null check (facts >= 0),
    bytes      bigint      not null check (bytes > 0),
    ids        int8range   not null,
    written_at timestamptz not null,
    state      text        not null,
    left_at    timestamptz,
    check (state in ('fresh', 'folded', 'dropped') and part = 'raw' or state in ('live', 'replaced') and part = 'view')
);
create index file_newest on insight.file (id desc) where part = 'raw';
create index file_fresh on insight.file (id) where state = 'fresh';
create index file_old on insight.file (written_at) where state = 'folded';
create index file_written on insight.file (written_at);
create index file_replaced on insight.file (left_at) where state = 'replaced';
create unique index file_live on insight.file (day) where state = 'live';

-- Which records of the log a raw file holds; no record is in two. The root is over their original bytes (RFC 9162)
-- and stays when the file is dropped.
create table insight.segment (
    file      bigint    not null references insight.file,
    topic     text      not null,
    partition smallint  not null,
    offsets   int8range not null check (not isempty(offsets)),
    root      bytea     not null check (octet_length(root) = 32),
    primary key (file, topic, partition),
    exclude using gist (topic with =, partition with =, offsets with &&)
);
create index segment_ends on insight.segment (topic, partition, upper(offsets) desc);
