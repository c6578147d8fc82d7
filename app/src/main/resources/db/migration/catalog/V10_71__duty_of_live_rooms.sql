-- A fourth duty: the live rooms of a shop's owner.
alter table catalog.staff drop constraint staff_duties_check;
alter table catalog.staff add constraint staff_duties_check check (cardinality(duties) between 1 and 4);
