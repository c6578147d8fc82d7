create schema catalog;

-- owner is null once that person is erased; the shop is then closed for good
create table catalog.shop (
    id        bigint primary key,
    owner     bigint unique,
    name      text        not null,
    about     text        not null,
    state     text        not null check (state in ('open', 'closed')),
    opened_at timestamptz not null
);
create unique index shop_name on catalog.shop (lower(name)) where state = 'open';

-- options are the names of what can be chosen, such as {"colour", "size"}; none for a product of one variant
create table catalog.product (
    id          bigint primary key,
    shop        bigint      not null references catalog.shop,
    title       text        not null,
    description text        not null,
    options     text[]      not null,
    state       text        not null check (state in ('draft', 'reviewing', 'listed', 'delisted', 'rejected', 'removed')),
    violation   text,
    note        text,
    version     integer     not null default 1,
    made_at     timestamptz not null,
    changed_at  timestamptz not null
);
create index product_shop on catalog.product (shop, id desc);

-- one variant: a value for each option; a variant that was taken out stays for the orders that name it
create table catalog.sku (
    id       bigint primary key,
    product  bigint   not null references catalog.product,
    place    smallint not null,
    options  text[]   not null,
    code     text     not null,
    minor    bigint   not null check (minor between 1 and 100000000000),
    currency char(3)  not null,
    gone     boolean  not null default false
);
create unique index sku_options on catalog.sku (product, options) where not gone;
create index sku_product on catalog.sku (product, place);

-- every price that a variant ever had
create table catalog.price (
    sku      bigint      not null references catalog.sku,
    since    timestamptz not null,
    minor    bigint      not null,
    currency char(3)     not null,
    primary key (sku, since)
);

-- how many can still be ordered; never negative, so the last unit is ordered once, whatever the code does
create table catalog.stock (
    sku  bigint primary key references catalog.sku,
    free integer not null check (free between 0 and 10000000)
) with (fillfactor = 50);

create table catalog.picture (
    product bigint      not null references catalog.product,
    place   smallint    not null check (place between 0 and 8),
    version bigint      not null,
    jpeg    bytea       not null,
    width   smallint    not null,
    height  smallint    not null,
    primary key (product, place)
);
