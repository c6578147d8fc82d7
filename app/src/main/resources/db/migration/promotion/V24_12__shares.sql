-- A link that somebody shared: of what, by which way, and from whose link it was come by. No deeper than three, whatever is set.
create table promotion.share (
    id      bigint primary key,
    person  bigint,
    kind    text        not null check (kind in ('product', 'group', 'appeal')),
    subject bigint      not null,
    shop    bigint,
    channel text        not null check (channel in ('copy', 'system', 'qr')),
    parent  bigint references promotion.share,
    depth   smallint    not null check (depth between 1 and 3 and (depth = 1) = (parent is null)),
    made_at timestamptz not null
);
create unique index share_once on promotion.share (person, kind, subject, channel);
create index share_shop on promotion.share (shop, made_at);

-- Who came by a link, and when they first bought of its shop after that.
create table promotion.share_visit (
    share     bigint      not null references promotion.share,
    person    bigint      not null,
    at        timestamptz not null,
    bought_at timestamptz,
    primary key (share, person)
);
create index share_visit_person on promotion.share_visit (person) where bought_at is null;
