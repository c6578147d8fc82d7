package org.kanmai.app.catalog.freight;

import java.util.List;
import java.util.stream.Stream;
import org.kanmai.app.identity.regions.Region;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of warehouses. */
@Repository
class WarehouseStore {
    private final JdbcClient jdbc;

    WarehouseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns a shop's warehouses, in the order in which they are asked. */
    List<Warehouse> of(ShopId shop) {
        return jdbc.sql("""
                select id, name, regions
                  from catalog.warehouse
                 where shop = :shop
                   and not gone
                 order by place
                """)
                .param("shop", shop.value())
                .query((row, number) -> new Warehouse(
                        row.getString("id"),
                        row.getString("name"),
                        Stream.of((String[]) row.getArray("regions").getArray())
                                .map(Region::parse)
                                .toList()))
                .list();
    }

    void clear(ShopId shop) {
        jdbc.sql("update catalog.warehouse set gone = true where shop = :shop and not gone")
                .param("shop", shop.value())
                .update();
    }

    /** Puts a warehouse, new or known, at a place. */
    void put(ShopId shop, int place, Warehouse wanted) {
        jdbc.sql("""
                insert into catalog.warehouse (id, shop, place, name, regions)
                     values (:id, :shop, :place, :name, :regions)
                on conflict (id) do update
                        set place = excluded.place, name = excluded.name, regions = excluded.regions, gone = false
                """)
                .param("id", Long.parseLong(wanted.id()))
                .param("shop", shop.value())
                .param("place", place)
                .param("name", wanted.name())
                .param("regions", wanted.regions().stream().map(Region::code).toArray(String[]::new))
                .update();
    }
}
