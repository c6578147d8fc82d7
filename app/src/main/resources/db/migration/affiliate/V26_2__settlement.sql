-- Where a person's or a shop's money goes: name, bank and account number, sealed under the site's keys.
create table affiliate.payee (
    kind       text        not null check (kind in ('person', 'shop')),
    party      bigint      not null,
    sealed     bytea       not null,
    changed_at timestamptz not null,
    primary key (kind, party)
);

-- A list of payouts that one operator proposes and another one approves; one alone may a day later, and that is marked.
create table affiliate.batch (
    id         bigint primary key,
    currency   char(3)     not null,
    made_by    bigint      not null,
    made_at    timestamptz not null,
    state      text        not null check (state in ('proposed', 'approved', 'rejected')),
    checked_by bigint,
    checked_at timestamptz,
    check ((state = 'proposed') = (checked_at is null)),
    constraint batch_checker check (state <> 'approved' or checked_by <> made_by or checked_at >= made_at + interval '24 hours')
);

create table affiliate.payout (
    batch    bigint  not null references affiliate.batch,
    kind     text    not null check (kind in ('person', 'shop')),
    party    bigint  not null,
    currency char(3) not null,
    minor    bigint  not null check (minor > 0),
    paid     bigint check (paid between 0 and minor),
    sealed   bytea,
    open     boolean not null default true,
    primary key (batch, kind, party)
);
create unique index payout_open on affiliate.payout (kind, party, currency) where open;
