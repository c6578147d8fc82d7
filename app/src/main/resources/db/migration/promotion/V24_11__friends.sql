-- coupons that friends help to have
alter table promotion.coupon drop constraint coupon_way_check;
alter table promotion.coupon add constraint coupon_way_check check (way in ('public', 'code', 'given', 'friends'));
alter table promotion.coupon add column friends smallint not null default 0;
alter table promotion.coupon add constraint coupon_friends check (friends between 0 and 10 and (way = 'friends') = (friends > 0));
alter table promotion.voucher drop constraint voucher_state_check;
alter table promotion.voucher add constraint voucher_state_check check (state in ('free', 'locked', 'used'));

-- Somebody asks friends to help with a coupon, of which a piece lies aside: one at a time.
create table promotion.appeal (
    id      bigint primary key,
    coupon  bigint      not null references promotion.coupon,
    voucher bigint      not null,
    person  bigint,
    needed  smallint    not null check (needed between 1 and 10),
    helped  smallint    not null default 0 check (helped between 0 and needed),
    state   text        not null check (state in ('open', 'unlocked', 'lapsed')),
    made_at timestamptz not null,
    ends_at timestamptz not null,
    check ((state = 'unlocked') <= (helped = needed)),
    unique (id, needed)
);
create unique index appeal_person on promotion.appeal (coupon, person) where state <> 'lapsed';
create index appeal_due on promotion.appeal (ends_at) where state = 'open';

-- Who helped: no more than are needed, and one person once for a coupon.
create table promotion.help (
    appeal bigint      not null,
    needed smallint    not null,
    number smallint    not null check (number between 1 and needed),
    coupon bigint      not null,
    helper bigint,
    at     timestamptz not null,
    primary key (appeal, number),
    unique (coupon, helper),
    foreign key (appeal, needed) references promotion.appeal (id, needed)
);
create index help_helper on promotion.help (helper, at);

-- tries to tell a code that were wrong
create table promotion.code_try (
    person bigint primary key,
    tries  integer     not null,
    since  timestamptz not null
);
