-- A file of products that a merchant has sent. Its content goes once it is carried out; what became of each line stays.
create table catalog.sheet (
    id      bigint primary key,
    shop    bigint      not null references catalog.shop,
    name    text        not null check (length(name) between 1 and 200),
    digest  bytea       not null check (length(digest) = 32),
    content bytea       check (length(content) between 1 and 4194304),
    state   text        not null check (state in ('checked', 'applying', 'done')),
    sent_at timestamptz not null,
    unique (shop, digest),
    check ((content is null) = (state = 'done'))
);

-- product is what the line names it; made is the product that came of it
create table catalog.sheet_line (
    sheet   bigint  not null references catalog.sheet on delete cascade,
    line    integer not null check (line > 1),
    product text    not null,
    outcome text    not null check (outcome in ('ready', 'refused', 'made', 'changed')),
    made    bigint references catalog.product,
    field   text,
    fault   text,
    detail  text,
    place   integer,
    primary key (sheet, line),
    check ((outcome = 'refused') = (fault is not null)),
    check ((outcome in ('made', 'changed')) = (made is not null))
);
create index sheet_line_made on catalog.sheet_line (made) where made is not null;
