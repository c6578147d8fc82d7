create schema traffic;

-- One row for each time a work was let into a pool; its id is that of the fact that tells it, which is kept beside it whole, as is the
-- verdict's: a receipt is written from these two alone. creator is null once the person is erased.
-- granted: positions that were given to nodes less those that came back. More than two in a hundred too many can't be given.
-- matures: milliseconds after which what people did with it is final.
-- delivered: exposures that are known here; units: persons, as the judge counts them, some seconds late.
create table traffic.pool (
    opening    bigint primary key,
    work       bigint      not null,
    creator    bigint,
    pool       smallint    not null check (pool > 0),
    quota      int         not null check (quota > 0),
    policy     int         not null,
    cohort     text        not null,
    opened_at  timestamptz not null,
    tended_at  timestamptz not null,
    deadline   timestamptz not null,
    matures    int         not null check (matures >= 0),
    opened     bytea       not null,
    state      text        not null check (state in ('open', 'round', 'promoted', 'stopped', 'withdrawn')),
    granted    int         not null default 0 check (granted >= 0),
    delivered  int         not null default 0 check (delivered >= 0),
    units      int         not null default 0 check (units >= 0),
    moved_at   timestamptz not null,
    asked      bigint,
    shortfall  int check (shortfall >= 0),
    verdict    text,
    judged_at  timestamptz,
    judged     bytea,
    low        double precision,
    round      bigint,
    hot        boolean     not null,
    check (granted <= quota + quota / 50),
    check ((judged is null) = (judged_at is null)),
    check (state in ('open', 'withdrawn') or judged is not null)
);
create unique index pool_once on traffic.pool (work, pool) where state <> 'withdrawn';
create index pool_work on traffic.pool (work, opening);
create index pool_state on traffic.pool (state, opening);
create index pool_creator on traffic.pool (creator, opening desc);
create index pool_judged on traffic.pool (judged_at) where judged is not null;
create index pool_round on traffic.pool (round);

-- The positions that a node holds and that have not come into sight.
create table traffic.lease (
    node       int         not null,
    opening    bigint      not null references traffic.pool on delete cascade,
    slots      int         not null check (slots >= 0),
    renewed_at timestamptz not null,
    primary key (node, opening)
);
create index lease_opening on traffic.lease (opening);

-- What reserved positions there were in an hour, and how many of them went to works that were owed them.
create table traffic.supply (
    hour     timestamptz primary key,
    pages    bigint not null,
    reserved bigint not null,
    filled   bigint not null
);

-- The works that evidence left undecided, ranked; the fact that tells it, whole.
create table traffic.round (
    id     bigint primary key,
    pool   smallint    not null,
    held_at timestamptz not null,
    places int         not null check (places >= 0),
    held   bytea       not null
);
create unique index round_order on traffic.round (pool, held_at);

-- A person's decision whether a work that data let through may go hot; none is taken back. reviewer is null once that person is erased.
create table traffic.hot_review (
    id       bigint primary key,
    work     bigint      not null,
    reviewer bigint,
    let_go   boolean     not null,
    note     text        not null check (length(note) between 1 and 500),
    at       timestamptz not null
);
create unique index hot_review_once on traffic.hot_review (work, reviewer);

create function traffic.hot_needs_a_reviewer() returns trigger language plpgsql as $$
begin
    if new.hot and not exists (select from traffic.hot_review where work = new.work and let_go) then
        raise exception 'nothing goes hot without a reviewer''s recorded yes';
    end if;
    return new;
end
$$;
create trigger hot_has_a_reviewer before insert or update of hot on traffic.pool
    for each row execute function traffic.hot_needs_a_reviewer();

-- Up to where the log by work was read for verdicts.
create table traffic.log_end (
    partition int primary key,
    next      bigint not null
);
