-- What a shop offers to groups of one variant: people and minors are the steps of its price, which falls as people come.
create table promotion.deal (
    id       bigint primary key,
    shop     bigint      not null,
    product  bigint      not null,
    sku      bigint      not null,
    currency char(3)     not null,
    people   smallint[]  not null,
    minors   bigint[]    not null check (cardinality(minors) = cardinality(people)),
    size     smallint    not null check (size between 2 and 10),
    minutes  smallint    not null check (minutes between 5 and 4320),
    units    integer     not null check (units between 2 and 100000),
    taken    integer     not null default 0 check (taken between 0 and units),
    most     smallint    not null check (most between 1 and 99),
    state    text        not null check (state in ('open', 'stopped')),
    made_at  timestamptz not null
) with (fillfactor = 50);
create unique index deal_open on promotion.deal (sku) where state = 'open';
create index deal_product on promotion.deal (product) where state = 'open';
create index deal_shop on promotion.deal (shop, id desc);

-- How many units of a deal a buyer has in orders, never more than one may.
create table promotion.deal_claim (
    deal  bigint   not null references promotion.deal,
    buyer bigint   not null,
    most  smallint not null,
    units smallint not null check (units between 0 and most),
    primary key (deal, buyer)
);
create index deal_claim_buyer on promotion.deal_claim (buyer);

-- A group; minor is what a unit costs everybody in it, once it is complete.
create table promotion.gathering (
    id        bigint primary key,
    deal      bigint      not null references promotion.deal,
    size      smallint    not null,
    state     text        not null check (state in ('open', 'complete', 'failed')),
    opened_at timestamptz not null,
    ends_at   timestamptz not null,
    ended_at  timestamptz,
    minor     bigint check ((state = 'complete') = (minor is not null)),
    unique (id, size)
);
create index gathering_open on promotion.gathering (deal, ends_at) where state = 'open';
create index gathering_due on promotion.gathering (ends_at) where state = 'open';

-- A place in a group, by the order that takes it: held until it is paid, done once nothing of its price changes any more,
-- late when it is paid after the group was over, left when its order is. Places have numbers up to the size of the group, so
-- that no group has more people than that, and one person has one place.
create table promotion.seat (
    orders    bigint primary key,
    gathering bigint   not null,
    size      smallint not null,
    number    smallint not null check (number between 1 and size),
    person    bigint,
    units     smallint not null check (units > 0),
    minor     bigint   not null,
    state     text     not null check (state in ('held', 'paid', 'done', 'late', 'left')),
    at        timestamptz not null,
    foreign key (gathering, size) references promotion.gathering (id, size)
);
create unique index seat_number on promotion.seat (gathering, number) where state <> 'left';
create unique index seat_person on promotion.seat (gathering, person) where state <> 'left';
create index seat_of_person on promotion.seat (person, gathering desc);
create index seat_unsettled on promotion.seat (gathering) where state in ('held', 'paid', 'late');
