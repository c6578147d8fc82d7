-- changed_in is as in content.work: the transaction that last changed what is shown of a product, its variants' prices or its shop.
-- Stock is not among it: orders must not wait for each other at the product's row.
alter table catalog.product add column changed_in xid8 not null default pg_current_xact_id();
create index product_changed on catalog.product (changed_in, id);

create function catalog.mark_product() returns trigger language plpgsql as $$
begin
    new.changed_in := pg_current_xact_id();
    return new;
end $$;
create trigger product_changed before update on catalog.product
    for each row execute function catalog.mark_product();

create function catalog.mark_product_of_sku() returns trigger language plpgsql as $$
begin
    update catalog.product set changed_in = pg_current_xact_id()
     where id = new.product and changed_in <> pg_current_xact_id();
    return null;
end $$;
create trigger sku_changed after insert or update on catalog.sku
    for each row execute function catalog.mark_product_of_sku();

create function catalog.mark_products_of_shop() returns trigger language plpgsql as $$
begin
    update catalog.product set changed_in = pg_current_xact_id() where shop = new.id;
    return null;
end $$;
create trigger shop_changed after update on catalog.shop
    for each row when (old.name <> new.name or old.state <> new.state) execute function catalog.mark_products_of_shop();
