-- Where a batch of a product comes from: a record that only grows, each entry sealed with the hash of the one before.
create table catalog.batch (
    id      bigint primary key,
    product bigint      not null references catalog.product,
    name    text        not null check (length(name) between 1 and 60),
    made_at timestamptz not null
);
create index batch_product on catalog.batch (product, id desc);

create table catalog.origin (
    batch   bigint      not null references catalog.batch,
    place   integer     not null check (place between 1 and 100),
    kind    text        not null check (kind in ('produced', 'processed', 'inspected', 'packed', 'shipped')),
    spot    text        not null check (length(spot) between 1 and 60),
    words   text        not null check (length(words) between 1 and 500),
    at      timestamptz not null,
    told_at timestamptz not null,
    hash    bytea       not null check (length(hash) = 32),
    primary key (batch, place)
);

create function catalog.origin_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a record of origin only grows';
end $$;
create trigger origin_stays before update or delete on catalog.origin
    for each row execute function catalog.origin_stays();
