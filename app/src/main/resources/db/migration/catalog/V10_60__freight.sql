-- What sending costs, by where it goes: what a shop asks, for goods in one currency. The rates are read whole.
create table catalog.freight (
    id         bigint primary key,
    shop       bigint      not null references catalog.shop,
    name       text        not null check (length(name) between 1 and 30),
    basis      text        not null check (basis in ('weight', 'piece', 'amount')),
    currency   char(3)     not null,
    rates      jsonb       not null,
    changed_at timestamptz not null,
    unique (shop, name)
);

-- of a product that names none its shop's scheme holds; without that one it is sent free of charge
alter table catalog.shop add column freight bigint references catalog.freight on delete set null;
alter table catalog.product add column freight bigint references catalog.freight on delete set null;
alter table catalog.product add column grams integer not null default 0 check (grams between 0 and 1000000);
create index product_freight on catalog.product (freight) where freight is not null;

-- Where a shop's goods lie. An order is sent from the first that serves its region; one that is gone stays for the orders that name it.
create table catalog.warehouse (
    id      bigint primary key,
    shop    bigint   not null references catalog.shop,
    place   smallint not null,
    name    text     not null check (length(name) between 1 and 30),
    regions text[]   not null check (cardinality(regions) > 0),
    gone    boolean  not null default false
);
create index warehouse_shop on catalog.warehouse (shop, place) where not gone;
