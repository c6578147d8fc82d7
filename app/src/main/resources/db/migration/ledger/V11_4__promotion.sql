-- what the platform pays shops for what the site takes off their prices
alter table ledger.account drop constraint account_purpose_check;
alter table ledger.account add constraint account_purpose_check
      check (purpose in ('clearing', 'held', 'free', 'fees', 'settlement', 'bank', 'promotion'));
