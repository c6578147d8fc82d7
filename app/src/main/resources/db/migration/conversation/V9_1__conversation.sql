create schema conversation;

create table conversation.reaction (
    work   bigint not null,
    person bigint not null,
    kind   text   not null check (kind in ('like', 'favourite', 'not-interested')),
    id     bigint not null,
    primary key (work, person, kind)
);
create index reaction_person on conversation.reaction (person, kind, id desc);

-- changed only together with the rows that it counts
create table conversation.counter (
    work       bigint primary key,
    likes      bigint not null default 0 check (likes >= 0),
    favourites bigint not null default 0 check (favourites >= 0),
    comments   bigint not null default 0 check (comments >= 0)
);

-- a deleted comment keeps its place for its replies and has neither author nor text;
-- shown repeats governance's answer so that counts can be exact
create table conversation.comment (
    id       bigint primary key,
    work     bigint      not null,
    parent   bigint references conversation.comment,
    author   bigint,
    text     text        not null,
    mentions bigint[]    not null,
    at       timestamptz not null,
    likes    bigint      not null default 0 check (likes >= 0),
    replies  bigint      not null default 0 check (replies >= 0),
    shown    boolean     not null,
    deleted  boolean     not null default false
);
create index comment_top on conversation.comment (work, likes desc, id desc) where parent is null;
create index comment_replies on conversation.comment (parent, id);
create index comment_author on conversation.comment (author, id desc);

create table conversation.comment_like (
    comment bigint not null references conversation.comment,
    person  bigint not null,
    primary key (comment, person)
);
create index comment_like_person on conversation.comment_like (person);
