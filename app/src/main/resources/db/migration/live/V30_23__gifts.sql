-- What somebody gives a host. It is paid as an order is; it is held before it is the host's, and can be given back as long as that.
create table live.gift (
    id          bigint primary key,
    room        bigint      not null references live.room,
    host        bigint      not null,
    giver       bigint,
    kind        text        not null check (kind in ('tea', 'flower', 'lantern', 'boat')),
    pieces      smallint    not null check (pieces between 1 and 10),
    minor       bigint      not null check (minor > 0),
    currency    char(3)     not null,
    state       text        not null check (state in ('open', 'paid', 'lapsed', 'returned', 'released')),
    made_at     timestamptz not null,
    expires_at  timestamptz not null,
    payment     bigint,
    paid_at     timestamptz,
    returned_by bigint,
    reason      text check (length(reason) between 2 and 500),
    check ((state in ('open', 'lapsed')) = (payment is null)),
    check ((state = 'returned') = (reason is not null))
);
create index gift_room on live.gift (room, id desc) where state in ('paid', 'released');
create index gift_giver on live.gift (giver, id desc);
create index gift_open on live.gift (expires_at) where state = 'open';
create index gift_held on live.gift (paid_at) where state = 'paid';

-- How much a person has given or is about to give on a day: never more than one may.
create table live.given (
    person bigint not null,
    day    date   not null,
    minor  bigint not null check (minor >= 0),
    primary key (person, day)
);
