-- Bucket 0 is the shelf of every day. The units of a flash sale lie in buckets from 1 on, so that many take at once without waiting
-- for one row; when it is over they are poured back onto the shelf.
alter table catalog.stock drop constraint stock_pkey;
alter table catalog.stock add column bucket smallint not null default 0 check (bucket between 0 and 64);
alter table catalog.stock add primary key (sku, bucket);
alter table catalog.stock drop constraint stock_free_check;
alter table catalog.stock add constraint stock_free_check check (free between 0 and 1000000000);

-- Some units of one variant at a price of their own, from one moment to another; most is how many one buyer can have.
-- A planned one runs between its moments; it is over by time, or called off by its merchant.
create table catalog.sale (
    id        bigint primary key,
    sku       bigint      not null references catalog.sku,
    shop      bigint      not null references catalog.shop,
    minor     bigint      not null check (minor > 0),
    units     integer     not null check (units between 1 and 10000),
    most      smallint    not null check (most between 1 and 99),
    buckets   smallint    not null check (buckets between 1 and 64),
    starts_at timestamptz not null,
    ends_at   timestamptz not null check (ends_at > starts_at),
    state     text        not null check (state in ('planned', 'over', 'called-off')),
    made_at   timestamptz not null,
    ended_at  timestamptz
);
create unique index sale_planned on catalog.sale (sku) where state = 'planned';
create index sale_ends on catalog.sale (ends_at) where state = 'planned';
create index sale_shop on catalog.sale (shop, id desc);

-- How many units of a sale a buyer has, never more than most. It refers to the sale by number only: a reference would make all
-- buyers lock that one row.
create table catalog.claim (
    sale  bigint   not null,
    buyer bigint   not null,
    most  smallint not null,
    units smallint not null check (units between 0 and most),
    primary key (sale, buyer)
) with (fillfactor = 70);
create index claim_buyer on catalog.claim (buyer);
