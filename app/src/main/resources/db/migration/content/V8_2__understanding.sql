-- What machines made of a work: empty parts where they could not. A row of a work that is gone keeps its id only.
-- changed_in is as in content.work.
create table content.understanding (
    work       bigint      primary key references content.work,
    recipe     text        not null,
    meaning    bytea,
    keywords   text[]      not null,
    removed    text[]      not null default '{}',
    topics     text[]      not null,
    frames     text        not null,
    length     text,
    shape      text,
    figures    jsonb       not null,
    at         timestamptz not null,
    gone       boolean     not null default false,
    changed_in xid8        not null default pg_current_xact_id()
);
create index understanding_changed on content.understanding (changed_in, work);

-- Works to be understood. A job whose lease has run out belongs to nobody: its process died.
create table content.understanding_job (
    work        bigint      primary key references content.work,
    turn        timestamptz not null,
    not_before  timestamptz not null,
    attempts    smallint    not null default 0,
    lease       bigint,
    lease_until timestamptz
);
create index understanding_job_by_turn on content.understanding_job (turn);

insert into content.understanding_job (work, turn, not_before)
select id, created_at, created_at
  from content.work
 where state in ('reviewing', 'published');
