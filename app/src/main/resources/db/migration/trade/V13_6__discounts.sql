-- what is taken off: by the shop, which gets less, and by the site, which pays the shop the difference
alter table trade.orders add column shop_off bigint not null default 0 check (shop_off >= 0);
alter table trade.orders add column site_off bigint not null default 0 check (site_off >= 0);
alter table trade.orders drop constraint orders_check;
alter table trade.orders drop constraint orders_check1;
alter table trade.orders add constraint orders_total check (total > 0 and total = goods + shipping - shop_off - site_off);
alter table trade.orders add constraint orders_fee check (fee between 0 and total + site_off);
alter table trade.line add column shop_off bigint not null default 0 check (shop_off >= 0);
alter table trade.line add column site_off bigint not null default 0 check (site_off >= 0);
alter table trade.line add constraint line_paid check (shop_off + site_off < minor * units or (shop_off = 0 and site_off = 0));
