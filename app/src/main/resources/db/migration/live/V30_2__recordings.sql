-- A recording for each push; the number is its file's name, the instant that of its first picture.
create table live.recording (
    room     bigint      not null references live.room,
    number   smallint    not null check (number > 0),
    begun_at timestamptz not null,
    primary key (room, number)
);
