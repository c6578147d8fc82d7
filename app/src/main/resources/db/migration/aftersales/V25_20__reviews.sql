-- what a buyer says of a line that was received: one a line; shown as long as governance says so
create table aftersales.review (
    id        bigint primary key,
    orders    bigint      not null,
    place     smallint    not null,
    buyer     bigint      not null,
    shop      bigint      not null,
    product   bigint      not null,
    title     text        not null,
    options   text[]      not null,
    stars     smallint    not null check (stars between 1 and 5),
    words     text        not null check (length(words) <= 1000),
    pictured  boolean     not null,
    followed  boolean     not null default false,
    refunded  boolean     not null,
    shown     boolean     not null,
    at        timestamptz not null,
    edited_at timestamptz,
    unique (orders, place)
);
create index review_product on aftersales.review (product, id desc) where shown;
create index review_pictured on aftersales.review (product, id desc) where shown and pictured;
create index review_followed on aftersales.review (product, id desc) where shown and followed;
create index review_low on aftersales.review (product, id desc) where shown and stars <= 2;
create index review_shop on aftersales.review (shop, id desc) where shown;
create index review_buyer on aftersales.review (buyer, id desc);

-- what is said below a review: its buyer's one follow-up, its shop's one reply
create table aftersales.remark (
    id     bigint primary key,
    review bigint      not null references aftersales.review on delete cascade,
    side   text        not null check (side in ('buyer', 'shop')),
    author bigint      not null,
    words  text        not null check (length(words) between 1 and 1000),
    shown  boolean     not null,
    at     timestamptz not null,
    unique (review, side)
);
create index remark_author on aftersales.remark (author);

-- pictures of a line; before the review is written they are its buyer's alone
create table aftersales.review_picture (
    orders  bigint      not null,
    place   smallint    not null,
    spot    smallint    not null check (spot between 0 and 5),
    version bigint      not null unique,
    buyer   bigint      not null,
    jpeg    bytea       not null,
    width   int         not null,
    height  int         not null,
    at      timestamptz not null,
    primary key (orders, place, spot)
);
create index review_picture_buyer on aftersales.review_picture (buyer);
create index review_picture_at on aftersales.review_picture (at);

-- how many shown reviews of a product have so many stars; kept by the trigger below and by nothing else
create table aftersales.rating (
    product  bigint primary key,
    one      int not null default 0 check (one >= 0),
    two      int not null default 0 check (two >= 0),
    three    int not null default 0 check (three >= 0),
    four     int not null default 0 check (four >= 0),
    five     int not null default 0 check (five >= 0),
    pictured int not null default 0 check (pictured >= 0),
    followed int not null default 0 check (followed >= 0)
);

create function aftersales.count_review(r aftersales.review, step int) returns void language plpgsql as $$
begin
    insert into aftersales.rating (product) values (r.product) on conflict do nothing;
    update aftersales.rating
       set one = one + case when r.stars = 1 then step else 0 end,
           two = two + case when r.stars = 2 then step else 0 end,
           three = three + case when r.stars = 3 then step else 0 end,
           four = four + case when r.stars = 4 then step else 0 end,
           five = five + case when r.stars = 5 then step else 0 end,
           pictured = pictured + case when r.pictured then step else 0 end,
           followed = followed + case when r.followed then step else 0 end
     where product = r.product;
end $$;

create function aftersales.keep_rating() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        if old.shown then
            perform aftersales.count_review(old, -1);
        end if;
    end if;
    if tg_op <> 'DELETE' then
        if new.shown then
            perform aftersales.count_review(new, 1);
        end if;
    end if;
    return null;
end $$;

create trigger review_is_counted after insert or delete or update of stars, shown, pictured, followed on aftersales.review
       for each row execute function aftersales.keep_rating();
