-- which products a work shows, in the creator's order, and from which moment of the film on
create table catalog.anchor (
    work      bigint   not null,
    place     smallint not null check (place between 0 and 9),
    product   bigint   not null references catalog.product,
    at_millis integer check (at_millis between 0 and 600000),
    primary key (work, place),
    unique (work, product)
);
create index anchor_product on catalog.anchor (product);
