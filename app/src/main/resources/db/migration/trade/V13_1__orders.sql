create schema trade;

-- where parcels go: name, phone and place of a person, sealed under the site's keys
create table trade.address (
    id       bigint primary key,
    owner    bigint   not null,
    sealed   bytea    not null,
    standard boolean  not null,
    made_at  timestamptz not null
);
create index address_owner on trade.address (owner, id);
create unique index address_standard on trade.address (owner) where standard;

-- what somebody means to buy; minor is what it cost when it was put there
create table trade.cart_line (
    owner      bigint   not null,
    sku        bigint   not null,
    units      smallint not null check (units between 1 and 99),
    minor      bigint   not null,
    currency   char(3)  not null,
    pseudonym  bigint,
    exposure   bigint,
    shown_kind text,
    shown      bigint,
    source     text     not null,
    added_at   timestamptz not null,
    primary key (owner, sku)
);

-- what one buyer orders from one shop at once; key is the buyer's own, so that a repeated wish is one order.
-- Placed, paid, shipped, received, closed and refunded: each change names the state that it leaves.
create table trade.orders (
    id          bigint primary key,
    buyer       bigint      not null,
    key         text        not null,
    shop        bigint      not null,
    state       text        not null
                check (state in ('placed', 'paid', 'shipped', 'received', 'closed', 'refunded')),
    currency    char(3)     not null,
    goods       bigint      not null check (goods > 0),
    shipping    bigint      not null check (shipping >= 0),
    total       bigint      not null check (total = goods + shipping),
    fee         bigint      not null check (fee between 0 and total),
    address     bytea,
    placed_at   timestamptz not null,
    expires_at  timestamptz not null,
    payment     bigint,
    test        boolean     not null default false,
    paid_at     timestamptz,
    carrier     text,
    parcel      text,
    shipped_at  timestamptz,
    received_at timestamptz,
    closed_at   timestamptz,
    closing     text check (closing in ('expired', 'cancelled')),
    refund      text check (refund in ('asked', 'done')),
    refunded_at timestamptz,
    released_at timestamptz,
    unique (buyer, key, shop)
);
create index orders_buyer on trade.orders (buyer, id desc);
create index orders_shop on trade.orders (shop, id desc);
create index orders_expiry on trade.orders (expires_at) where state = 'placed';
create index orders_receipt on trade.orders (shipped_at) where state = 'shipped';
create index orders_release on trade.orders (received_at) where state = 'received' and released_at is null;

-- what was ordered, as it was then; pseudonym, exposure and shown tie it to what led to it, and go with the person
create table trade.line (
    orders     bigint   not null references trade.orders,
    place      smallint not null,
    sku        bigint   not null,
    product    bigint   not null,
    title      text     not null,
    options    text[]   not null,
    picture    text,
    units      smallint not null check (units between 1 and 99),
    minor      bigint   not null check (minor > 0),
    pseudonym  bigint,
    exposure   bigint,
    shown_kind text,
    shown      bigint,
    source     text     not null,
    primary key (orders, place)
);
create index line_product on trade.line (product, orders);
create index line_pseudonym on trade.line (pseudonym) where pseudonym is not null;
