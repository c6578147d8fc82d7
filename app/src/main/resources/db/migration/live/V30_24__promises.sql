-- What a host promised of a product before everybody. It holds for orders that are placed from then on until it is withdrawn or
-- the room ends; that a price is kept holds for its days, whatever becomes of the room.
create table live.promise (
    id           bigint primary key,
    room         bigint      not null references live.room,
    product      bigint      not null,
    kind         text        not null check (kind in ('price-kept', 'free-return', 'sent-within', 'added', 'genuine')),
    amount       smallint    not null check (amount between 0 and 365),
    words        text check (length(words) between 1 and 60),
    said_at      timestamptz not null,
    withdrawn_at timestamptz check (withdrawn_at >= said_at),
    check ((kind = 'added') = (words is not null)),
    check ((kind in ('added', 'genuine')) = (amount = 0))
);
create index promise_product on live.promise (product, said_at);
create index promise_room on live.promise (room, id);
