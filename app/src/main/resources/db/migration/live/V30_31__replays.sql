-- Rooms whose hosts want them to be seen again; whether they are is governance's answer.
create table live.replay (
    room         bigint primary key references live.room,
    published_at timestamptz not null
);

-- When everything of a room but the fact that it was there was deleted.
alter table live.room add column forgotten_at timestamptz;
create index room_to_forget on live.room (ended_at) where ended_at is not null and forgotten_at is null;
