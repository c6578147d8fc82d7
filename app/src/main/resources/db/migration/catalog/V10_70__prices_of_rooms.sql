-- In which room alone a sale's price holds; null for everywhere. It refers to the room by number only: rooms are of a later module.
alter table catalog.sale add column room bigint;
create index sale_room on catalog.sale (room, id) where room is not null;
