-- Which process a room is pushed to, and where others pull its picture from; another takes the room when the time has run out.
create table live.home (
    room    bigint primary key references live.room,
    node    text        not null check (length(node) between 1 and 64),
    address text        not null check (length(address) between 8 and 300),
    until   timestamptz not null
);
create index home_node on live.home (node);
