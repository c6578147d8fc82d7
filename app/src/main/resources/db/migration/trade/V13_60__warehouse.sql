-- from where an order is sent; absent where its shop has no warehouses
alter table trade.orders add column warehouse bigint;
