-- what of an order went back in parts: units of each line, and their money; never more than were ordered, nor than was paid
alter table trade.line add column returned smallint not null default 0;
alter table trade.line add constraint line_returned check (returned between 0 and units);
alter table trade.orders add column returned bigint not null default 0;
alter table trade.orders add constraint orders_returned check (returned between 0 and total);
