-- A price of a room that its host asks a shop for, whose goods the host sells. Once the shop agrees it is a sale of that room.
create table live.price_request (
    id          bigint primary key,
    room        bigint      not null references live.room,
    shop        bigint      not null,
    product     bigint      not null,
    sku         bigint      not null,
    minor       bigint      not null check (minor > 0),
    currency    text        not null,
    units       integer     not null check (units between 1 and 10000),
    most        smallint    not null check (most between 1 and 99),
    starts_at   timestamptz not null,
    ends_at     timestamptz not null check (ends_at > starts_at),
    state       text        not null check (state in ('asked', 'agreed', 'declined', 'withdrawn', 'expired')),
    reason      text check (length(reason) between 1 and 200),
    sale        bigint,
    asked_at    timestamptz not null,
    expires_at  timestamptz not null,
    answered_at timestamptz,
    check ((state = 'declined') = (reason is not null)),
    check ((state = 'agreed') = (sale is not null))
);
create unique index price_request_asked on live.price_request (room, sku) where state = 'asked';
create index price_request_waiting on live.price_request (expires_at) where state = 'asked';
create index price_request_room on live.price_request (room, id desc);
create index price_request_shop on live.price_request (shop, id desc);
