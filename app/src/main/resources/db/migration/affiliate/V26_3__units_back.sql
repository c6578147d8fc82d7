-- how many units of a line have gone back before the rest of its order
alter table affiliate.commission
    add column returned integer not null default 0,
    add constraint commission_returned check (returned between 0 and units);
