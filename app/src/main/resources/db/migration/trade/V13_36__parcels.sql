-- a number of a carrier that reports: it belongs to one shop and one buyer, whatever orders lie in the box
create table trade.waybill (
    carrier      text        not null,
    number       text        not null,
    shop         bigint      not null,
    buyer        bigint      not null,
    made_at      timestamptz not null,
    announced    boolean     not null default false,
    handed_at    timestamptz,
    delivered_at timestamptz,
    primary key (carrier, number)
);
create index waybill_unannounced on trade.waybill (carrier, made_at) where not announced;
create index waybill_buyer on trade.waybill (buyer);

-- which order lies in which box
create table trade.parcel (
    orders  bigint primary key references trade.orders,
    carrier text not null,
    number  text not null,
    foreign key (carrier, number) references trade.waybill
);
create index parcel_waybill on trade.parcel (carrier, number);

-- what a carrier said happened, once by its own id for it
create table trade.parcel_event (
    carrier text        not null,
    number  text        not null,
    id      text        not null,
    kind    text        not null check (kind in ('picked-up', 'in-transit', 'out-for-delivery', 'delivered', 'exception')),
    place   text        not null,
    at      timestamptz not null,
    told_at timestamptz not null,
    primary key (carrier, number, id),
    foreign key (carrier, number) references trade.waybill
);

-- the embedded sandbox carrier's own book: how far each parcel is on its timetable
create table trade.sandbox_journey (
    number   text primary key,
    begun_at timestamptz not null,
    done     smallint    not null default 0,
    next_at  timestamptz
);
create index sandbox_journey_next on trade.sandbox_journey (next_at) where next_at is not null;
