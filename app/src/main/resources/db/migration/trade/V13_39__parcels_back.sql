-- a number that brings goods from a buyer back to a shop; no order lies in it
alter table trade.waybill add column back boolean not null default false;
