-- A coupon of the site can be for whole shops and whole categories besides products; one that names nothing is for everything.
alter table promotion.coupon
    add column shops bigint[] not null default '{}',
    add column categories integer[] not null default '{}',
    add constraint coupon_reach check (shop is null or (shops = '{}' and categories = '{}'));
