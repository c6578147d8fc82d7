-- goods that are on their way, by the number under which their carrier tells of them
create index wish_parcel on aftersales.wish (parcel) where state = 'sent';
