-- whether the shop was told that an order's time is nearly over
alter table trade.orders add column warned boolean not null default false;
create index orders_unwarned on trade.orders (hand_over_by) where state = 'paid' and not warned;
