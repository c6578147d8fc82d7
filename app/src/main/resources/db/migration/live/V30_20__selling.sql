-- What was ordered by people who named a room: told there once it is paid. The buyer is nobody any more once erased.
create table live.bought (
    orders    bigint primary key,
    room      bigint      not null references live.room,
    buyer     bigint,
    product   bigint      not null,
    placed_at timestamptz not null,
    paid_at   timestamptz
);
create index bought_room on live.bought (room, paid_at desc) where paid_at is not null;
create index bought_buyer on live.bought (buyer);

-- A coupon that whoever is in the room can take for a short time, one each.
create table live.drops (
    id       bigint primary key,
    room     bigint      not null references live.room,
    coupon   bigint      not null,
    from_at  timestamptz not null,
    until_at timestamptz not null check (until_at > from_at)
);
create index drops_room on live.drops (room, until_at);
create index drops_until on live.drops (until_at);

create table live.drop_claim (
    drops  bigint      not null references live.drops,
    person bigint      not null,
    at     timestamptz not null,
    primary key (drops, person)
);
create index drop_claim_person on live.drop_claim (person);
