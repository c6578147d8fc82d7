-- What one unit of a currency is about worth in another on a day, for display alone: nothing is charged or booked by it.
create table payment.rate (
    base   char(3)        not null,
    quote  char(3)        not null check (quote <> base),
    day    date           not null,
    value  numeric(20, 8) not null check (value > 0),
    source text           not null check (length(source) between 1 and 100),
    primary key (base, quote, day)
);
