-- At which moment of its film a comment was said: it is shown there, over the picture.
create table conversation.moment (
    comment bigint  primary key references conversation.comment,
    work    bigint  not null,
    millis  integer not null check (millis between 0 and 10800000)
);
create index moment_work on conversation.moment (work, millis);
