-- Exposures that a pool may not count as granted, because it already has all that it may have. Such an exposure was told to another node
-- than the one that placed it; the position comes back from there later, and what came back before it was remembered would be given twice.
alter table traffic.pool add column beyond int not null default 0 check (beyond >= 0);
