-- Works that announce a room; each announces one at a time.
create table live.warm_up (
    work      bigint primary key,
    plan      bigint      not null references live.plan,
    linked_at timestamptz not null
);
create index warm_up_plan on live.warm_up (plan, work desc);
