-- how fast shops send what was paid for; one row an order, for as long as credit looks back
create table aftersales.sending (
    orders      bigint primary key,
    shop        bigint      not null,
    paid_at     timestamptz not null,
    shipped_at  timestamptz,
    received_at timestamptz
);
create index sending_shop on aftersales.sending (shop, paid_at);
create index sending_paid on aftersales.sending (paid_at);
create index wish_shop_moved on aftersales.wish (shop, moved_at);

-- what a shop's record came to, each time that it changed; terms as they were weighed, by which version
create table aftersales.credit (
    id      bigint primary key,
    shop    bigint      not null,
    version int         not null,
    level   text        not null check (level in ('new', 'watched', 'plain', 'honest')),
    score   int         not null check (score between 0 and 100),
    names   text[]      not null,
    figures float8[]    not null,
    points  int[]       not null,
    at      timestamptz not null,
    check (cardinality(names) = cardinality(figures) and cardinality(names) = cardinality(points))
);
create index credit_shop on aftersales.credit (shop, id desc);

-- when each shop was looked at last, and how it stands now
create table aftersales.credit_now (
    shop      bigint primary key,
    credit    bigint      not null references aftersales.credit,
    level     text        not null,
    looked_at timestamptz not null
);
create index credit_now_level on aftersales.credit_now (level, shop);

-- who is on the blacklist, why, and what its owner says; asked for by one operator and put there by another
create table aftersales.blacklisting (
    id          bigint primary key,
    shop        bigint      not null,
    state       text        not null check (state in ('asked', 'standing', 'appealed', 'refused', 'lifted')),
    reason      text        not null check (length(reason) between 2 and 500),
    asked_by    bigint,
    asked_at    timestamptz not null,
    put_by      bigint,
    put_at      timestamptz,
    appeal      text        not null default '' check (length(appeal) <= 500),
    appealed_at timestamptz,
    answer      text        not null default '' check (length(answer) <= 500),
    ended_by    bigint,
    ended_at    timestamptz,
    check (put_by is null or asked_by is null or put_by <> asked_by)
);
create unique index blacklisting_open on aftersales.blacklisting (shop) where state in ('asked', 'standing', 'appealed');
create index blacklisting_shop on aftersales.blacklisting (shop, id desc);
