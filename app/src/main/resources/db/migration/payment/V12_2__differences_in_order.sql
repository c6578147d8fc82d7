-- A day may have more differences than a page: the order in which they were found is where a list goes on.
alter table payment.difference add column place bigint generated always as identity;
create index difference_place on payment.difference (provider, day, place);
