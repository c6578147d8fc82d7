create schema pastsales;

-- The secret under which a shop's customers of before are told apart, sealed; without it nobody can be recognised.
create table pastsales.secret (
    shop   bigint primary key,
    sealed bytea not null
);

create table pastsales.import (
    id         bigint primary key,
    shop       bigint      not null,
    key        text        not null check (key ~ '^[a-z0-9-]{1,64}$'),
    name       text        not null check (length(name) between 1 and 200),
    currency   char(3)     not null,
    zone       text        not null check (length(zone) between 1 and 50),
    state      text        not null check (state in ('reading', 'matching', 'done')),
    matched_to bigint      not null default 0,
    begun_at   timestamptz not null,
    ended_at   timestamptz,
    unique (shop, key)
);

create table pastsales.part (
    import bigint   not null references pastsales.import,
    number integer  not null check (number > 0),
    rows   integer  not null check (rows > 0),
    digest bytea    not null check (length(digest) = 32),
    primary key (import, number)
);

create table pastsales.invoice (
    id       bigint primary key,
    import   bigint      not null references pastsales.import,
    shop     bigint      not null,
    number   text        not null check (length(number) between 1 and 40),
    customer bytea,
    country  text check (length(country) <= 60),
    at       timestamptz not null,
    unique (shop, number)
);
create index invoice_customer on pastsales.invoice (shop, customer, at) where customer is not null;

create table pastsales.line (
    id      bigint generated always as identity primary key,
    import  bigint         not null references pastsales.import,
    invoice bigint         not null references pastsales.invoice,
    row     integer        not null,
    kind    text           not null check (kind in ('sale', 'cancellation', 'adjustment')),
    code    text           not null check (length(code) <= 40),
    title   text           not null check (length(title) <= 200),
    units   integer        not null check (units > 0),
    price   numeric(18, 6) not null,
    minor   bigint         not null,
    matched integer        not null default 0 check (matched between 0 and units),
    unique (import, row)
);
create index line_invoice on pastsales.line (invoice);
create index line_cancellation on pastsales.line (import, id) where kind = 'cancellation';

-- Which units a cancellation takes from which sale.
create table pastsales.match (
    cancellation bigint  not null references pastsales.line,
    sale         bigint  not null references pastsales.line,
    units        integer not null check (units > 0),
    primary key (cancellation, sale)
);

create table pastsales.refused (
    import bigint  not null references pastsales.import,
    row    integer not null,
    number text    not null,
    reason text    not null,
    primary key (import, row)
);
