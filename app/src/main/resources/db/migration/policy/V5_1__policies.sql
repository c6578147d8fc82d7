create schema policy;

-- Every text of the rules that was ever proposed, as it was signed; none is changed or taken out.
-- proposed_by is null for the text that comes with the product, and once its proposer is erased.
create table policy.document (
    version     int primary key check (version > 0),
    body        bytea       not null check (octet_length(body) between 1 and 65536),
    begins_on   date        not null,
    digest      bytea       not null check (digest = sha256(body)),
    signature   bytea       not null check (octet_length(signature) = 64),
    key         text        not null,
    proposed_by bigint,
    proposed_at timestamptz not null,
    why         text        not null
);
create index document_proposer on policy.document (proposed_by);

-- What was taken back before it was released; it stays to be read.
create table policy.withdrawal (
    version      int primary key references policy.document,
    withdrawn_by bigint,
    withdrawn_at timestamptz not null
);
create index withdrawal_person on policy.withdrawal (withdrawn_by);

-- From when on which text holds: of those that have begun the one that began last, of these the highest number.
-- promised (one for each pool), carried and shortfall are of a day, as far as they were known then.
create table policy.release (
    number      int primary key check (number > 0),
    version     int         not null references policy.document,
    begins_at   timestamptz not null,
    how         text        not null check (how in ('first', 'two-people', 'single-handed', 'rollback')),
    released_by bigint,
    released_at timestamptz not null,
    reason      text,
    promised    double precision[],
    carried     double precision,
    shortfall   double precision,
    waiver      text,
    check (begins_at >= released_at),
    check ((how = 'rollback') = (reason is not null)),
    check ((promised is null) = (carried is null) and (promised is null) = (shortfall is null)),
    check (coalesce(shortfall, 0) = 0 or waiver is not null)
);
create unique index release_once on policy.release (version) where how <> 'rollback';
create index release_person on policy.release (released_by);

create function policy.keep_rules_of_release() returns trigger language plpgsql as $$
declare
    proposed policy.document;
begin
    select * into proposed from policy.document where version = new.version;
    if exists (select from policy.withdrawal where version = new.version) then
        raise exception 'a policy that was withdrawn is not released';
    end if;
    if new.how = 'first' and exists (select from policy.release) then
        raise exception 'only one release is the first';
    end if;
    if new.how = 'two-people' and proposed.proposed_by = new.released_by then
        raise exception 'who proposed a policy does not approve it';
    end if;
    if new.how = 'single-handed' and proposed.proposed_by is distinct from new.released_by then
        raise exception 'only who proposed a policy releases it single-handed';
    end if;
    if new.how = 'single-handed' and new.released_at < proposed.proposed_at + interval '24 hours' then
        raise exception 'a single-handed release takes 24 hours of public notice';
    end if;
    if new.how = 'rollback' and not exists (select from policy.release where version = new.version) then
        raise exception 'only a policy that was released before is rolled back to';
    end if;
    return new;
end
$$;
create trigger release_keeps_rules before insert on policy.release
    for each row execute function policy.keep_rules_of_release();

create function policy.keep_rules_of_withdrawal() returns trigger language plpgsql as $$
begin
    if exists (select from policy.release where version = new.version) then
        raise exception 'a policy that was released is not withdrawn';
    end if;
    return new;
end
$$;
create trigger withdrawal_keeps_rules before insert on policy.withdrawal
    for each row execute function policy.keep_rules_of_withdrawal();

-- Nothing here changes, but that an erased person's column is emptied: its name is the trigger's argument.
create function policy.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if to_jsonb(new) - tg_argv[0] = to_jsonb(old) - tg_argv[0] and to_jsonb(new) ->> tg_argv[0] is null then
            return new;
        end if;
    end if;
    raise exception 'what was said of policies stays as it is';
end
$$;
create trigger document_stays before update or delete on policy.document
    for each row execute function policy.refuse_change('proposed_by');
create trigger withdrawal_stays before update or delete on policy.withdrawal
    for each row execute function policy.refuse_change('withdrawn_by');
create trigger release_stays before update or delete on policy.release
    for each row execute function policy.refuse_change('released_by');
create trigger document_is_kept before truncate on policy.document
    for each statement execute function policy.refuse_change();
create trigger withdrawal_is_kept before truncate on policy.withdrawal
    for each statement execute function policy.refuse_change();
create trigger release_is_kept before truncate on policy.release
    for each statement execute function policy.refuse_change();
