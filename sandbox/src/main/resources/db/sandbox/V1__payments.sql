-- What a merchant asked to be paid. Only an open payment can become paid or closed; both are final.
create table sandbox.payment (
    id         text        primary key check (id ~ '^[A-Za-z0-9_-]{1,64}$'),
    reference  text        not null unique,
    token      text        not null unique,
    state      text        not null check (state in ('open', 'paid', 'closed')),
    minor      bigint      not null check (minor > 0),
    currency   char(3)     not null,
    subject    text        not null check (char_length(subject) <= 128),
    notify_url text        not null,
    return_url text        not null,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    paid_at    timestamptz,
    check ((state = 'paid') = (paid_at is not null))
);
create index payment_expiring on sandbox.payment (expires_at) where state = 'open';
create index payment_paid on sandbox.payment (paid_at) where state = 'paid';

create table sandbox.refund (
    id         text        primary key check (id ~ '^[A-Za-z0-9_-]{1,64}$'),
    payment    text        not null references sandbox.payment,
    state      text        not null check (state in ('processing', 'done')),
    minor      bigint      not null check (minor > 0),
    currency   char(3)     not null,
    reason     text        not null check (char_length(reason) <= 256),
    due_at     timestamptz not null,
    done_at    timestamptz,
    check ((state = 'done') = (done_at is not null))
);
create index refund_payment on sandbox.refund (payment);
create index refund_due on sandbox.refund (due_at) where state = 'processing';
create index refund_done on sandbox.refund (done_at) where state = 'done';

-- What the merchant is still to be told. Taking a row for a try puts its due_at off by the lease, so that a try whose process
-- died comes up again.
create table sandbox.notification (
    position     bigint generated always as identity primary key,
    event        uuid        not null,
    kind         text        not null check (kind in ('payment.paid', 'payment.closed', 'refund.done')),
    payment      text        not null,
    refund       text,
    minor        bigint      not null,
    currency     char(3)     not null,
    at           timestamptz not null,
    url          text        not null,
    due_at       timestamptz not null,
    tries        int         not null default 0,
    delivered_at timestamptz
);
create index notification_due on sandbox.notification (due_at, position) where delivered_at is null;

-- Nonces of requests that were answered, for as long as their timestamps would be believed.
create table sandbox.nonce (
    nonce   text        primary key,
    seen_at timestamptz not null
);
create index nonce_seen on sandbox.nonce (seen_at);
