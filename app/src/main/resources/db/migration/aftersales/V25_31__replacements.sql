-- what replaces goods is on its way, by the number under which its carrier tells of it
create index wish_new_parcel on aftersales.wish (new_parcel) where state = 'replaced';
