-- Figures that were beyond their bar, of the whole site or of one shop, from when to when.
create table insight.alarm (
    id        bigint primary key,
    metric    text             not null,
    shop      bigint,
    value     double precision not null,
    bar       double precision not null,
    raised_at timestamptz      not null,
    over_at   timestamptz
);
create unique index alarm_raised on insight.alarm (metric, coalesce(shop, 0)) where over_at is null;
create index alarm_shop on insight.alarm (shop, id desc);
