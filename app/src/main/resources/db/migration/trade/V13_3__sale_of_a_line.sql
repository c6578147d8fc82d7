-- the flash sale that a line's units came from, and go back to
alter table trade.line add column sale bigint;
create index line_sale on trade.line (sale, orders) where sale is not null;
