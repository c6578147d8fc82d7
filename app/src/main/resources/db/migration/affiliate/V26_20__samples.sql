-- A sample of a product that a creator asks for, so as to show it; where it goes is sealed and forgotten once it is sent or nothing comes of it.
create table affiliate.sample (
    id          bigint primary key,
    product     bigint      not null,
    shop        bigint      not null,
    creator     bigint      not null,
    state       text        not null check (state in ('asked', 'accepted', 'refused', 'withdrawn', 'sent', 'published')),
    words       text        not null check (length(words) <= 200),
    sealed      bytea,
    reason      text check (length(reason) between 1 and 200),
    carrier     text,
    parcel      text,
    asked_at    timestamptz not null,
    answered_at timestamptz,
    sent_at     timestamptz,
    publish_by  timestamptz,
    work        bigint,
    published_at timestamptz,
    check ((state = 'refused') = (reason is not null)),
    check ((state in ('sent', 'published')) = (publish_by is not null)),
    check ((state = 'published') = (work is not null))
);
-- of one product a creator has one sample, or none that came to something
create unique index sample_once on affiliate.sample (creator, product) where state in ('asked', 'accepted', 'sent', 'published');
create index sample_creator on affiliate.sample (creator, id desc);
create index sample_shop on affiliate.sample (shop, id desc);
