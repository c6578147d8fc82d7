-- what a buyer complains about; due_at is when silence is an answer. Words go with the person who said them.
create table aftersales.complaint (
    id           bigint primary key,
    orders       bigint      not null,
    buyer        bigint      not null,
    shop         bigint      not null,
    topic        text        not null check (topic in ('not-sent', 'goods', 'service', 'promise', 'other')),
    state        text        not null check (state in ('open', 'answered', 'escalated', 'decided', 'closed')),
    words        text        not null check (length(words) <= 1000),
    answer       text        not null default '' check (length(answer) <= 1000),
    verdict      text        not null default '' check (length(verdict) <= 1000),
    asked_at     timestamptz not null,
    due_at       timestamptz,
    answered_at  timestamptz,
    answered_by  bigint,
    escalated_at timestamptz,
    decided_at   timestamptz,
    decided_by   bigint,
    stars        smallint check (stars between 1 and 5),
    rated_at     timestamptz,
    check ((stars is null) = (rated_at is null))
);
-- one at a time
create unique index complaint_one on aftersales.complaint (orders) where state in ('open', 'answered', 'escalated');
create index complaint_order on aftersales.complaint (orders, id);
create index complaint_shop on aftersales.complaint (shop, id desc);
create index complaint_due on aftersales.complaint (due_at) where state in ('open', 'answered');
create index complaint_escalated on aftersales.complaint (id) where state = 'escalated';
create index complaint_asked on aftersales.complaint (asked_at);
