package org.kanmai.app.affiliate.sales;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many units of a product a creator has sold. */
@Repository
class TallyStore {
    private final JdbcClient jdbc;

    TallyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds units in one order for all, so that nobody waits in a circle, and returns how many there were before. */
    Map<Sold.Key, Long> add(SortedMap<Sold.Key, Integer> units) {
        var before = new HashMap<Sold.Key, Long>();
        jdbc.sql("""
                insert into affiliate.tally as had (product, creator, units)
                select product, creator, greatest(units, 0)
                  from unnest(:products::bigint[], :creators::bigint[], :units::integer[])
                       with ordinality as sold (product, creator, units, place)
                 order by place
                    on conflict (product, creator) do update
                   set units = had.units + (select sold.units
                                              from unnest(:products::bigint[], :creators::bigint[], :units::integer[])
                                                   as sold (product, creator, units)
                                             where sold.product = had.product
                                               and sold.creator = had.creator)
                returning product, creator, units
                """)
                .param(
                        "products",
                        units.keySet().stream()
                                .map(key -> key.product().value())
                                .toArray(Long[]::new))
                .param(
                        "creators",
                        units.keySet().stream()
                                .map(key -> key.creator().value())
                                .toArray(Long[]::new))
                .param("units", units.values().toArray(Integer[]::new))
                .query((row, number) -> {
                    var key = new Sold.Key(new ProductId(row.getLong("product")), new PersonId(row.getLong("creator")));
                    return before.put(key, row.getLong("units") - units.getOrDefault(key, 0));
                })
                .list();
        return before;
    }

    Map<ProductId, Commissions.Selling> sold(Collection<ProductId> products) {
        var sold = new HashMap<ProductId, Commissions.Selling>();
        jdbc.sql("""
                select product, sum(units) as units, count(*) as creators
                  from affiliate.tally
                 where product = any(:products)
                   and units > 0
                 group by product
                """)
                .param("products", products.stream().map(ProductId::value).toArray(Long[]::new))
                .query((row, number) -> sold.put(
                        new ProductId(row.getLong("product")),
                        new Commissions.Selling(row.getLong("units"), row.getLong("creators"))))
                .list();
        return sold;
    }

    Map<ProductId, Long> soldBy(PersonId creator, Collection<ProductId> products) {
        var sold = new HashMap<ProductId, Long>();
        jdbc.sql("select product, units from affiliate.tally where product = any(:products) and creator = :creator")
                .param("products", products.stream().map(ProductId::value).toArray(Long[]::new))
                .param("creator", creator.value())
                .query((row, number) -> sold.put(new ProductId(row.getLong("product")), row.getLong("units")))
                .list();
        return sold;
    }
}
