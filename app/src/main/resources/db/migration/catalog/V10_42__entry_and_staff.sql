-- Who wants to sell here. Legal name, number and papers are sealed, and go with the person.
create table catalog.entry (
    id         bigint primary key,
    person     bigint      not null unique,
    kind       text        not null check (kind in ('person', 'company')),
    sealed     bytea       not null,
    goods      text        not null check (length(goods) between 1 and 500),
    state      text        not null check (state in ('draft', 'applied', 'accepted', 'refused')),
    applied_at timestamptz,
    check ((state = 'draft') = (applied_at is null))
);
create index entry_applied on catalog.entry (id) where state = 'applied';

create table catalog.entry_paper (
    entry  bigint   not null references catalog.entry on delete cascade,
    place  smallint not null check (place between 0 and 3),
    sealed bytea    not null,
    primary key (entry, place)
);

-- Every decision, with its reason when it was a refusal; only added to.
create table catalog.entry_decision (
    id         bigint primary key,
    entry      bigint      not null references catalog.entry on delete cascade,
    accepted   boolean     not null,
    reason     text        check (length(reason) between 1 and 500),
    decided_by bigint      not null,
    at         timestamptz not null,
    check (accepted or reason is not null)
);
create index entry_decision_entry on catalog.entry_decision (entry, id desc);

-- Who may act for a shop, and in what: people of its own, or an agency until a day. It holds from the yes of who was invited to the end.
create table catalog.staff (
    id         bigint primary key,
    shop       bigint      not null references catalog.shop,
    person     bigint      not null,
    kind       text        not null check (kind in ('staff', 'agency')),
    duties     text[]      not null check (cardinality(duties) between 1 and 3),
    state      text        not null check (state in ('invited', 'active', 'ended')),
    invited_at timestamptz not null,
    until      timestamptz,
    ended_at   timestamptz,
    check ((state = 'ended') = (ended_at is not null)),
    check (kind = 'staff' or until is not null)
);
create unique index staff_once on catalog.staff (shop, person) where state <> 'ended';
create index staff_person on catalog.staff (person) where state <> 'ended';

-- What was done for a shop by somebody else than its owner; only added to. status is that of
-- the answer; without it the end is not known.
create table catalog.staff_act (
    id     bigint primary key,
    staff  bigint      not null references catalog.staff,
    shop   bigint      not null references catalog.shop,
    method text        not null,
    path   text        not null,
    status integer,
    at     timestamptz not null
);
create index staff_act_shop on catalog.staff_act (shop, id desc);
