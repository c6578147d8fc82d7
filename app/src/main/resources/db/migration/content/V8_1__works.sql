create schema content;

-- creator is null once the person is erased; then all words are empty too
-- changed_in is the transaction that changed the row last: readers follow it by snapshots, not by clocks
create table content.work (
    id              bigint primary key,
    creator         bigint,
    media           bigint      not null,
    imported        boolean     not null,
    state           text        not null
        check (state in ('draft', 'processing', 'reviewing', 'published', 'rejected', 'failed', 'taken-down')),
    title           text        not null,
    description     text        not null,
    hashtags        text[]      not null,
    scene           text,
    style           text,
    crowd           text,
    tags            text[]      not null,
    cover           int         not null,
    downloadable    boolean     not null,
    width           int         not null default 0,
    height          int         not null default 0,
    duration_millis int         not null default 0,
    fingerprint     bigint      not null default 0,
    created_at      timestamptz not null,
    published_at    timestamptz,
    failure         text,
    violation       text,
    note            text,
    changed_in      xid8        not null default pg_current_xact_id()
);
create unique index work_media on content.work (media) where not imported;
create index work_creator on content.work (creator, id desc);
create index work_published on content.work (published_at desc, id desc) where state = 'published';
create index work_tags on content.work using gin (tags) where state = 'published';
create index work_changed on content.work (changed_in);

-- words that wait for an operator while the work is shown with those it has
create table content.revision (
    work        bigint primary key references content.work,
    title       text        not null,
    description text        not null,
    hashtags    text[]      not null,
    at          timestamptz not null
);
