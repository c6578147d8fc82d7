-- what a shop has sold elsewhere and brought along, and what was written off of it
alter table ledger.account drop constraint account_purpose_check;
alter table ledger.account add constraint account_purpose_check
      check (purpose in ('clearing', 'held', 'free', 'fees', 'settlement', 'bank', 'promotion', 'turnover', 'elsewhere'));
alter table ledger.entry drop constraint entry_kind_check;
alter table ledger.entry add constraint entry_kind_check
      check (kind in ('payment', 'sale', 'refund', 'release', 'payout', 'return', 'brought', 'adjustment'));
