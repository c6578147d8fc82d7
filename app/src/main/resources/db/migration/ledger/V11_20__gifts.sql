-- what a viewer gives a host, shared out
alter table ledger.entry drop constraint entry_kind_check;
alter table ledger.entry add constraint entry_kind_check
      check (kind in ('payment', 'sale', 'refund', 'release', 'payout', 'return', 'brought', 'adjustment', 'compensation', 'gift'));
