create schema notices;

-- what happened and is not sorted yet; rows are only added and taken away, so that nobody who tells waits for another
create table notices.told (
    id           bigint primary key,
    person       bigint      not null,
    kind         text        not null,
    actor        bigint,
    subject_kind text        not null,
    subject      bigint      not null,
    arguments    jsonb       not null,
    key          text        not null,
    fold         text        not null,
    due_at       timestamptz not null
);
create index told_due on notices.told (due_at, id);
create index told_person on notices.told (person);
create index told_actor on notices.told (actor);

-- one line of somebody's inbox; place grows when something is folded into it
create table notices.notice (
    id           bigint primary key,
    person       bigint      not null,
    purpose      text        not null,
    kind         text        not null,
    subject_kind text        not null,
    subject      bigint      not null,
    arguments    jsonb       not null,
    fold         text        not null,
    place        bigint      not null,
    made_at      timestamptz not null,
    at           timestamptz not null,
    read         boolean     not null default false,
    unique (person, fold)
);
create index notice_inbox on notices.notice (person, place desc);
create index notice_unread on notices.notice (person) where not read;
create index notice_made on notices.notice (person, made_at);
create index notice_at on notices.notice (at);

-- what one line was made of, each once however often it is told; a part without a notice was kept out of the inbox
create table notices.part (
    person bigint      not null,
    key    text        not null,
    notice bigint references notices.notice on delete cascade,
    actor  bigint,
    at     timestamptz not null,
    primary key (person, key)
);
create index part_notice on notices.part (notice, at desc);
create index part_actor on notices.part (actor);
create index part_at on notices.part (at) where notice is null;

-- what somebody chose; who chose nothing has no row
create table notices.preference (
    person      bigint primary key,
    inbox       text[]  not null,
    mail        text[]  not null,
    quiet       boolean not null,
    quiet_from  time    not null,
    quiet_until time    not null,
    zone        text    not null
);

-- an e-mail address and the code that was sent to it, both sealed under the site's keys; a row without an address still
-- counts the codes of the hour
create table notices.address (
    person       bigint primary key,
    sealed       bytea,
    confirmed    boolean     not null default false,
    code         bytea,
    code_until   timestamptz,
    attempts     smallint    not null default 0,
    codes        smallint    not null default 0,
    codes_since  timestamptz not null
);

create table notices.letter (
    id      bigint primary key,
    person  bigint      not null,
    purpose text        not null,
    kind    text        not null,
    due_at  timestamptz not null,
    tries   smallint    not null default 0
);
create index letter_due on notices.letter (due_at);
create index letter_person on notices.letter (person);
