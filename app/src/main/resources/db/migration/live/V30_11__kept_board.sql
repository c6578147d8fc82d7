-- The board of a room as it was when the room was over, in the layout of the feature.
create table live.kept_board (
    room    bigint primary key references live.room,
    board   bytea       not null,
    kept_at timestamptz not null
);
