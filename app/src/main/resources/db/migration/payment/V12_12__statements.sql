-- Lines of statements that were imported, each once under the provider's own number; refund 0 is money that came in.
create table payment.movement (
    provider text        not null,
    number   text        not null check (length(number) between 1 and 255),
    day      date        not null,
    payment  bigint      not null,
    refund   bigint      not null,
    minor    bigint      not null check (minor >= 0),
    currency char(3)     not null,
    at       timestamptz not null,
    primary key (provider, number)
);
create index movement_day on payment.movement (provider, day);
