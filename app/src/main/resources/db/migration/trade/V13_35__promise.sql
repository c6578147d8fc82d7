-- until when a paid order is to be handed over, as it was promised when it was paid, and what became of that
alter table trade.orders add column hand_over_by timestamptz;
alter table trade.orders add column promise text check (promise in ('kept', 'missed', 'lapsed'));
create index orders_promise on trade.orders (hand_over_by) where hand_over_by is not null and promise is null;
