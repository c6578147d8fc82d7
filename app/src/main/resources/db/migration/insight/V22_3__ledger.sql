-- The traffic ledger: a Merkle tree (RFC 9162) whose leaves are lines about raw files, and the signed heads of it.
-- None of it ever changes.
alter table insight.file add column entry bigint unique;
create index file_unsealed on insight.file (id) where part = 'raw' and entry is null;

create table insight.entry (
    number bigint primary key check (number >= 0),
    line   text not null
);

-- The complete subtrees: the one at (level, place) is over entries place * 2^level to (place + 1) * 2^level - 1.
create table insight.node (
    level smallint not null check (level between 0 and 62),
    place bigint   not null check (place >= 0),
    hash  bytea    not null check (octet_length(hash) = 32),
    primary key (level, place)
);

create table insight.head (
    number    bigint primary key check (number >= 0),
    size      bigint      not null unique check (size > 0),
    line      text        not null,
    signed_at timestamptz not null
);

create function insight.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the traffic ledger is only appended to';
end
$$;
create trigger entry_stays before update or delete or truncate on insight.entry
    for each statement execute function insight.refuse_change();
create trigger node_stays before update or delete or truncate on insight.node
    for each statement execute function insight.refuse_change();
create trigger head_stays before update or delete or truncate on insight.head
    for each statement execute function insight.refuse_change();
