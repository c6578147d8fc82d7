-- A room that is announced; when it is opened its room has the same id.
create table live.plan (
    id       bigint primary key,
    host     bigint      not null,
    title    text        not null check (length(title) between 1 and 60),
    at       timestamptz not null,
    state    text        not null check (state in ('planned', 'opened', 'cancelled')),
    reminded boolean     not null default false
);
create index plan_host on live.plan (host, id) where state = 'planned';
create index plan_next on live.plan (at) where state = 'planned';

-- Who asked to be told shortly before.
create table live.reminder (
    plan     bigint      not null references live.plan,
    person   bigint      not null,
    asked_at timestamptz not null,
    primary key (plan, person)
);
create index reminder_person on live.reminder (person);

-- Down to which follow the followers of a room's host are told that it is live; absent when nobody is left.
alter table live.room
    add column news_before bigint;
create index room_news on live.room (id) where news_before is not null;
