-- the group that a line is bought with
alter table trade.line add column gathering bigint;
create index line_gathering on trade.line (gathering, orders) where gathering is not null;
