-- The last day on which somebody may still need the row; a person's may be needed longer, then a sweep moves it on.
alter table river.seen add column until date not null default current_date + 31;
alter table river.seen alter column until drop default;
create index seen_until on river.seen (until);
