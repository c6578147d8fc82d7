-- Where else a product is sold: a link to another platform, labelled as what it is.
create table catalog.external_offer (
    product    bigint      not null references catalog.product,
    platform   text        not null check (platform in ('youzan', 'taobao', 'tmall', 'pinduoduo', 'jd')),
    url        text        not null check (length(url) <= 500 and url like 'https://%'),
    minor      bigint      not null check (minor > 0),
    currency   char(3)     not null,
    changed_at timestamptz not null,
    primary key (product, platform)
);

-- how often people were led out, by day; never who
create table catalog.external_visits (
    product  bigint not null references catalog.product,
    platform text   not null,
    day      date   not null,
    visits   bigint not null check (visits > 0),
    primary key (product, platform, day)
);

-- what a shop signs its word of outside orders with
create table catalog.external_secret (
    shop    bigint primary key references catalog.shop,
    sealed  bytea       not null,
    made_at timestamptz not null
);

-- an order on another platform, as its shop tells of it: no money of this site
create table catalog.external_return (
    id         bigint      not null unique,
    shop       bigint      not null references catalog.shop,
    number     text        not null check (length(number) between 1 and 64),
    product    bigint      not null references catalog.product,
    platform   text        not null,
    work       bigint,
    state      text        not null check (state in ('ordered', 'paid', 'cancelled', 'refunded')),
    minor      bigint      not null check (minor > 0),
    currency   char(3)     not null,
    told_at    timestamptz not null,
    changed_at timestamptz not null,
    primary key (shop, number)
);
create index external_return_shop on catalog.external_return (shop, id desc);

-- what was told once is not told again
create table catalog.external_notice (
    shop  bigint      not null references catalog.shop,
    nonce text        not null check (length(nonce) between 8 and 64),
    at    timestamptz not null,
    primary key (shop, nonce)
);
create index external_notice_at on catalog.external_notice (at);

-- what the site signs departures with; the first to need it makes it
create table catalog.external_key (
    one    boolean primary key default true check (one),
    sealed bytea not null
);
