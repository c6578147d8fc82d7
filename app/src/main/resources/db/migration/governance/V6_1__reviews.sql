create schema governance;

create table governance.violation (
    code     text primary key,
    position int  not null unique,
    penalty  text not null
        check (penalty in ('remove', 'remove-and-mark-copies', 'hide-and-mark-copies'))
);

insert into governance.violation (code, position, penalty)
values ('illegal', 1, 'hide-and-mark-copies'),
       ('pornographic', 2, 'hide-and-mark-copies'),
       ('violent', 3, 'hide-and-mark-copies'),
       ('gambling-or-drugs', 4, 'hide-and-mark-copies'),
       ('fraud', 5, 'remove-and-mark-copies'),
       ('false-advertising', 6, 'remove'),
       ('counterfeit', 7, 'remove-and-mark-copies'),
       ('infringement', 8, 'remove-and-mark-copies'),
       ('privacy', 9, 'remove-and-mark-copies'),
       ('minors', 10, 'hide-and-mark-copies'),
       ('vulgar', 11, 'remove'),
       ('low-quality', 12, 'remove');

-- owner is null once the person is erased
create table governance.subject (
    kind       text        not null,
    id         bigint      not null,
    owner      bigint,
    state      text        not null
        check (state in ('reviewing', 'approved', 'rejected', 'withdrawn', 'taken-down')),
    violation  text references governance.violation,
    note       text,
    changed_at timestamptz not null,
    primary key (kind, id)
);
create index subject_owner on governance.subject (owner);

create table governance.part (
    kind       text   not null,
    id         bigint not null,
    whole_kind text   not null,
    whole_id   bigint not null,
    primary key (kind, id, whole_kind, whole_id)
);
create index part_whole on governance.part (whole_kind, whole_id);

create table governance.review (
    id        bigint primary key,
    kind      text        not null,
    subject   bigint      not null,
    cause     text        not null check (cause in ('submission', 'revision', 'report')),
    state     text        not null check (state in ('open', 'decided', 'closed')),
    opened_at timestamptz not null,
    due_at    timestamptz not null
);
create unique index review_open on governance.review (kind, subject, cause) where state = 'open';
create index review_queue on governance.review (state, id);
create index review_due on governance.review (due_at) where state = 'open';

create table governance.evidence (
    review     bigint not null references governance.review,
    position   int    not null,
    check_name text   not null,
    finding    text   not null,
    value      text   not null,
    blind_spot text   not null,
    primary key (review, position)
);

-- one row for each decision that anybody took, never changed; a decision without a review came with an import;
-- operator is null once that person is erased
create table governance.decision (
    id        bigint primary key,
    review    bigint unique references governance.review,
    kind      text        not null,
    subject   bigint      not null,
    operator  bigint,
    approve   boolean     not null,
    violation text references governance.violation,
    note      text,
    at        timestamptz not null,
    check (approve = (violation is null))
);
create index decision_subject on governance.decision (kind, subject);
create index decision_at on governance.decision (at);
create index decision_operator on governance.decision (operator);

create table governance.report (
    id        bigint primary key,
    kind      text        not null,
    subject   bigint      not null,
    reporter  bigint,
    violation text        not null references governance.violation,
    note      text,
    at        timestamptz not null,
    answered  boolean     not null default false,
    unique (kind, subject, reporter)
);
create index report_reporter on governance.report (reporter, at);
