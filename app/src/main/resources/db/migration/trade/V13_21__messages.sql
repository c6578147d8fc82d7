-- what a shop tells its buyers in words of its own; where it has none, the product's own words stand
create table trade.message (
    shop       bigint      not null,
    occasion   text        not null,
    chinese    text        not null check (length(chinese) between 1 and 200),
    english    text        not null check (length(english) between 1 and 200),
    changed_at timestamptz not null,
    primary key (shop, occasion)
);
