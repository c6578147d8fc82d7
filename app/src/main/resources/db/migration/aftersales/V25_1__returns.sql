create schema aftersales;

-- units of a line that some wish asks back or has got back: two wishes never have the same ones
create table aftersales.claim (
    orders  bigint   not null,
    place   smallint not null,
    units   smallint not null,
    claimed smallint not null check (claimed between 0 and units),
    primary key (orders, place)
);

-- what a buyer asks of one line; due_at is when silence is an answer
create table aftersales.wish (
    id          bigint primary key,
    orders      bigint      not null,
    place       smallint    not null,
    buyer       bigint      not null,
    shop        bigint      not null,
    title       text        not null,
    options     text[]      not null,
    picture     text,
    product     bigint      not null,
    units       smallint    not null check (units between 1 and 99),
    kind        text        not null check (kind in ('refund', 'return', 'exchange')),
    reason      text        not null,
    minor       bigint      not null check (minor >= 0),
    currency    char(3)     not null,
    state       text        not null check (state in ('asked', 'agreed', 'sent', 'taken', 'refused', 'disputed', 'refunded',
                                                      'replaced', 'withdrawn', 'denied')),
    asked_at    timestamptz not null,
    moved_at    timestamptz not null,
    due_at      timestamptz,
    back_to     text,
    carrier     text,
    parcel      text,
    new_carrier text,
    new_parcel  text,
    returned    bigint check (returned >= 0),
    check ((state = 'refunded') = (returned is not null))
);
create index wish_order on aftersales.wish (orders, id);
create index wish_buyer on aftersales.wish (buyer, id desc);
create index wish_shop on aftersales.wish (shop, id desc);
create index wish_due on aftersales.wish (due_at) where due_at is not null and state <> 'disputed';
create index wish_disputed on aftersales.wish (moved_at) where state = 'disputed';

-- what was done and said, by whom; words go with the person
create table aftersales.step (
    wish  bigint      not null references aftersales.wish,
    place smallint    not null,
    state text        not null,
    side  text        not null check (side in ('buyer', 'shop', 'operator', 'clock')),
    who   bigint,
    words text        not null default '' check (length(words) <= 1000),
    at    timestamptz not null,
    primary key (wish, place)
);
