-- what a shop gave a buyer beyond a refund: once for each cause and part of an order, with the rule by which it was reckoned
create table trade.compensation (
    id       bigint      not null unique,
    orders   bigint      not null references trade.orders,
    cause    text        not null check (cause in ('late', 'fake', 'way-back')),
    part     text        not null,
    shop     bigint      not null,
    buyer    bigint      not null,
    minor    bigint      not null check (minor > 0),
    currency char(3)     not null,
    rule     text        not null,
    at       timestamptz not null,
    primary key (orders, cause, part)
);
create index compensation_shop on trade.compensation (shop, id desc);

-- what a shop offers beyond its duty; an order keeps what was offered when it was placed
create table trade.terms (
    shop       bigint primary key,
    insured    boolean     not null,
    changed_at timestamptz not null
);
alter table trade.line add column insured boolean not null default false;
