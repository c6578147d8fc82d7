create schema ledger;

-- Who may own money, for what, in which currency. Party 0 of a kind is the platform itself.
create table ledger.account (
    id         bigint generated always as identity primary key,
    party_kind text    not null check (party_kind in ('person', 'shop', 'platform', 'provider')),
    party      bigint  not null check (party >= 0),
    purpose    text    not null check (purpose in ('clearing', 'held', 'free', 'fees', 'settlement')),
    currency   char(3) not null,
    unique (party_kind, party, purpose, currency)
);

-- Why money moved. The key names the one reason for which an entry can be made, so that nothing is booked twice.
create table ledger.entry (
    id        bigint primary key,
    kind      text        not null check (kind in ('payment', 'sale', 'refund', 'release', 'payout', 'return')),
    key       text        not null unique,
    subject   bigint      not null,
    reverses  bigint references ledger.entry,
    booked_at timestamptz not null
);
create index entry_subject on ledger.entry (subject, id);
create index entry_reverses on ledger.entry (reverses) where reverses is not null;

create table ledger.posting (
    entry     bigint      not null references ledger.entry,
    line      smallint    not null,
    account   bigint      not null references ledger.account,
    minor     bigint      not null check (minor <> 0),
    booked_at timestamptz not null,
    primary key (entry, line)
);
create index posting_account on ledger.posting (account, booked_at, entry) include (minor);

-- What one statement books sums to zero for each entry and currency; so does, then, everything that was ever booked.
create function ledger.refuse_imbalance() returns trigger language plpgsql as $$
declare
    wrong record;
begin
    select booked.entry, account.currency, sum(booked.minor) as minor
      into wrong
      from booked
      join ledger.account on account.id = booked.account
     group by booked.entry, account.currency
    having sum(booked.minor) <> 0
     limit 1;
    if found then
        raise exception 'entry % is out of balance by % %', wrong.entry, wrong.minor, wrong.currency
              using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;

create trigger balanced after insert on ledger.posting
       referencing new table as booked
       for each statement execute function ledger.refuse_imbalance();

-- The ledger is only appended to: a mistake is mended by an entry that reverses it.
create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is only appended to', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

create trigger entry_stays before update or delete or truncate on ledger.entry
       for each statement execute function ledger.refuse_change();
create trigger posting_stays before update or delete or truncate on ledger.posting
       for each statement execute function ledger.refuse_change();
create trigger account_stays before update or delete or truncate on ledger.account
       for each statement execute function ledger.refuse_change();
