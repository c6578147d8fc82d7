create schema promotion;

-- What a shop, or the site where shop is null, takes off a price. held is what was given or waits for a payment: it never exceeds the budget.
create table promotion.coupon (
    id         bigint primary key,
    shop       bigint,
    name       text        not null,
    kind       text        not null check (kind in ('amount', 'percent', 'first-order')),
    currency   char(3)     not null,
    most_off   bigint      not null check (most_off > 0),
    percent    smallint    not null check (percent between 0 and 90 and (kind = 'percent') = (percent > 0)),
    threshold  bigint      not null check (threshold >= 0),
    products   bigint[]    not null,
    on_sales   boolean     not null,
    way        text        not null check (way in ('public', 'code', 'given')),
    code       text check ((way = 'code') = (code is not null)),
    starts_at  timestamptz not null,
    ends_at    timestamptz not null check (ends_at > starts_at),
    hours      smallint    not null check (hours between 1 and 8760),
    budget     bigint      not null check (budget > 0),
    held       bigint      not null default 0 check (held between 0 and budget),
    pieces     integer     not null check (pieces between 1 and 1000000),
    taken      integer     not null default 0 check (taken between 0 and pieces),
    most       smallint    not null check (most between 1 and 20),
    state      text        not null check (state in ('open', 'stopped')),
    made_at    timestamptz not null
) with (fillfactor = 50);
create unique index coupon_code on promotion.coupon (upper(code)) where state = 'open' and code is not null;
create index coupon_shop on promotion.coupon (shop, id desc);

-- A coupon that a person has: never more than most of one, and one for a first order for ever.
create table promotion.voucher (
    id         bigint primary key,
    coupon     bigint      not null references promotion.coupon,
    person     bigint      not null,
    number     smallint    not null,
    most       smallint    not null,
    first      boolean     not null,
    state      text        not null check (state in ('free', 'used')),
    taken_at   timestamptz not null,
    expires_at timestamptz not null,
    unique (coupon, person, number),
    check (number between 1 and most)
);
create unique index voucher_first on promotion.voucher (person) where first;
create index voucher_person on promotion.voucher (person, id desc);

-- What a voucher takes off an order.
create table promotion.redemption (
    orders  bigint      not null,
    voucher bigint      not null references promotion.voucher,
    coupon  bigint      not null,
    minor   bigint      not null check (minor > 0),
    state   text        not null check (state in ('held', 'spent', 'back')),
    at      timestamptz not null,
    primary key (orders, voucher)
);
create index redemption_voucher on promotion.redemption (voucher);
create index redemption_coupon on promotion.redemption (coupon);
