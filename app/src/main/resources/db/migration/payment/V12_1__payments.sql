create schema payment;

-- what a buyer pays at once; subjects are the orders that it covers, minors what each of them costs
create table payment.payment (
    id         bigint primary key,
    buyer      bigint      not null,
    provider   text        not null,
    subjects   bigint[]    not null,
    minors     bigint[]    not null check (cardinality(minors) = cardinality(subjects)),
    minor      bigint      not null check (minor > 0),
    currency   char(3)     not null,
    state      text        not null check (state in ('open', 'settled', 'closed')),
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    ask_at     timestamptz,
    asked      smallint    not null default 0,
    settled_at timestamptz
);
create unique index payment_open on payment.payment (subjects, provider) where state = 'open';
create index payment_ask on payment.payment (ask_at) where ask_at is not null;

-- money that goes back, once for each order of a payment
create table payment.refund (
    id       bigint primary key,
    payment  bigint      not null references payment.payment,
    subject  bigint      not null,
    minor    bigint      not null check (minor > 0),
    currency char(3)     not null,
    state    text        not null check (state in ('asked', 'done')),
    asked_at timestamptz not null,
    next_at  timestamptz,
    attempts smallint    not null default 0,
    done_at  timestamptz,
    unique (payment, subject)
);
create index refund_next on payment.refund (next_at) where state = 'asked';

-- what a day's statement of a provider and the ledger say differently
create table payment.difference (
    provider text   not null,
    day      date   not null,
    key      text   not null,
    kind     text   not null check (kind in ('missing-here', 'missing-there', 'amount')),
    theirs   bigint not null,
    ours     bigint not null,
    currency char(3) not null,
    primary key (provider, day, key, currency)
);
create table payment.reconciled (
    provider  text        not null,
    day       date        not null,
    at        timestamptz not null,
    movements integer     not null,
    primary key (provider, day)
);
