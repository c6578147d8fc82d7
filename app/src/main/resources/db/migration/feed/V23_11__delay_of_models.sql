-- of how many examples that had just happened it is known how soon they were learned; half of them, and 95 of 100, in milliseconds
alter table feed.model add column delayed int not null default 0 check (delayed >= 0);
alter table feed.model add column delay_half bigint not null default 0 check (delay_half >= 0);
alter table feed.model add column delay_most bigint not null default 0 check (delay_most >= delay_half);
