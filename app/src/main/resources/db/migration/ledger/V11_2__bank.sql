-- What the platform's bank has paid to others is an account too.
alter table ledger.account drop constraint account_purpose_check;
alter table ledger.account add constraint account_purpose_check
      check (purpose in ('clearing', 'held', 'free', 'fees', 'settlement', 'bank'));
