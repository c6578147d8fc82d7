-- a model whose file is damaged stays on record with the reason; whoever starts takes the one before
alter table feed.model drop constraint model_verdict_check;
alter table feed.model add constraint model_verdict_check
    check (verdict in ('passed', 'refused', 'too-few', 'dropped', 'unreadable'));
