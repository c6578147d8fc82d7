create schema affiliate;

-- What creators earn by a product from an instant on: step k of the ladder is for units from starts[k] on. No steps: nothing.
create table affiliate.terms (
    id      bigint primary key,
    product bigint      not null,
    shop    bigint      not null,
    since   timestamptz not null,
    until   timestamptz check (until > since),
    starts  integer[]   not null,
    rates   integer[]   not null,
    made_at timestamptz not null,
    unique (product, since),
    check (cardinality(starts) = cardinality(rates) and cardinality(rates) <= 5 and 300 >= all (rates))
);
create unique index terms_latest on affiliate.terms (product) where until is null;
create index terms_pool on affiliate.terms (id desc) where until is null and rates <> '{}';
create index terms_shop on affiliate.terms (shop, id desc) where until is null and rates <> '{}';

-- The goods that a creator keeps at hand.
create table affiliate.pick (
    id        bigint primary key,
    creator   bigint      not null,
    product   bigint      not null,
    picked_at timestamptz not null,
    unique (creator, product)
);
create index pick_product on affiliate.pick (product);

-- How many units of a product a creator has sold, less what came back; locked by who sells the next.
create table affiliate.tally (
    product bigint not null,
    creator bigint not null,
    units   bigint not null check (units >= 0),
    primary key (product, creator)
);

-- What was earned by a line of a paid order; never a name, never an exposure.
create table affiliate.commission (
    id          bigint primary key,
    orders      bigint      not null,
    place       smallint    not null,
    shop        bigint      not null,
    product     bigint      not null,
    creator     bigint      not null,
    agency      bigint,
    shown_kind  text        not null,
    shown       bigint      not null,
    terms       bigint      not null references affiliate.terms,
    units       integer     not null check (units > 0),
    sold_before bigint      not null check (sold_before >= 0),
    currency    char(3)     not null,
    base        bigint      not null check (base > 0),
    commission  bigint      not null check (commission between 0 and base),
    to_creator  bigint      not null check (to_creator >= 0),
    to_agency   bigint      not null check (to_agency >= 0),
    to_platform bigint      not null check (to_platform >= 0),
    state       text        not null check (state in ('held', 'free', 'reversed')),
    earned_at   timestamptz not null,
    unique (orders, place),
    check (to_creator + to_agency + to_platform = commission),
    check (agency is not null or to_agency = 0)
);
create index commission_creator on affiliate.commission (creator, id desc);
create index commission_agency on affiliate.commission (agency, id desc) where agency is not null;
create index commission_shop on affiliate.commission (shop, id desc);
create index commission_product on affiliate.commission (product, id desc);

-- What an agency gets of a creator's commission.
create table affiliate.contract (
    id          bigint primary key,
    creator     bigint      not null,
    agency      bigint      not null check (agency <> creator),
    per_mille   integer     not null check (per_mille between 1 and 500),
    state       text        not null check (state in ('offered', 'active', 'declined', 'ended')),
    offered_at  timestamptz not null,
    answered_at timestamptz,
    ended_at    timestamptz
);
create unique index contract_active on affiliate.contract (creator) where state = 'active';
create unique index contract_offered on affiliate.contract (creator, agency) where state = 'offered';
create index contract_creator on affiliate.contract (creator, id desc);
create index contract_agency on affiliate.contract (agency, id desc);
