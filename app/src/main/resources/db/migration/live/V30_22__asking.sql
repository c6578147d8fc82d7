-- What a host asks everybody, for so many seconds; one vote a person.
create table live.poll (
    id       bigint primary key,
    room     bigint      not null references live.room,
    question text        not null check (length(question) between 1 and 60),
    options  text[]      not null check (cardinality(options) between 2 and 6),
    begun_at timestamptz not null,
    ends_at  timestamptz not null check (ends_at > begun_at)
);
create index poll_room on live.poll (room, id desc);

create table live.vote (
    poll   bigint      not null references live.poll,
    person bigint      not null,
    choice smallint    not null check (choice between 0 and 5),
    at     timestamptz not null,
    primary key (poll, person)
);
create index vote_person on live.vote (person);

-- What people ask the host, and how many want to know it too.
create table live.question (
    id          bigint primary key,
    room        bigint      not null references live.room,
    person      bigint      not null,
    text        text        not null check (length(text) between 1 and 100),
    votes       integer     not null default 0 check (votes >= 0),
    at          timestamptz not null,
    answered_at timestamptz,
    hidden_at   timestamptz
);
create index question_room on live.question (room, votes desc, id) where hidden_at is null;
create index question_person on live.question (person);

create table live.upvote (
    question bigint not null references live.question,
    person   bigint not null,
    primary key (question, person)
);
create index upvote_person on live.upvote (person);
