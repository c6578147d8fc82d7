-- Who answered for an order from a room, by the names that they had when it was placed.
create table live.parties (
    orders   bigint primary key,
    room     bigint not null references live.room,
    platform text   not null check (length(platform) between 1 and 60),
    host     text   not null,
    agency   text,
    merchant text   not null
);
