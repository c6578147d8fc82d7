-- The transparency report of each month that is over: its bytes as they were hashed, and the signed line over the hash. It never changes.
create table insight.report (
    month     date primary key check (extract(day from month) = 1),
    head      bigint      not null references insight.head (size),
    json      text        not null,
    line      text        not null,
    signed_at timestamptz not null
);
create trigger report_stays before update or delete or truncate on insight.report
    for each statement execute function insight.refuse_change();

-- What is folded but not sealed yet: a report is made of what is sealed only.
create index file_folded_unsealed on insight.file (id) where part = 'raw' and state <> 'fresh' and entry is null;
