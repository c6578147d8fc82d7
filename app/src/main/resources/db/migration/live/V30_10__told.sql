-- Whether the facts know that a room began, and that it is over; rooms of before are not told of any more.
alter table live.room
    add column told_begun boolean not null default false,
    add column told_over  boolean not null default false;
update live.room
   set told_begun = begun_at is not null, told_over = ended_at is not null;
create index room_to_tell on live.room (id) where (begun_at is not null and not told_begun) or (ended_at is not null and not told_over);
