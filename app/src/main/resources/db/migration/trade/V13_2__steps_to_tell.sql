-- the steps of an order that its buyer and its shop are still to be told of; written by the statement that takes the step
alter table trade.orders add column untold text[] not null default '{}';
alter table trade.orders alter column untold set default '{placed}';
create index orders_untold on trade.orders (id) where untold <> '{}';
