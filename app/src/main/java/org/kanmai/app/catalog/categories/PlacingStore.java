package org.kanmai.app.catalog.categories;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kanmai.facts.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which category a product is of, and what it says of itself. */
@Repository
class PlacingStore {
    private final JdbcClient jdbc;

    PlacingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(ProductId product, int category) {
        jdbc.sql("update catalog.product set category = :category where id = :product")
                .param("product", product.value())
                .param("category", category)
                .update();
    }

    void clear(ProductId product) {
        jdbc.sql("delete from catalog.attribute_value where product = :product")
                .param("product", product.value())
                .update();
    }

    void say(ProductId product, Map<Integer, String> values) {
        jdbc.sql("""
                insert into catalog.attribute_value (product, attribute, value)
                select :product, attribute, value
                  from unnest(cast(:attributes as integer[]), cast(:values as text[])) as said (attribute, value)
                """)
                .param("product", product.value())
                .param("attributes", values.keySet().toArray(Integer[]::new))
                .param("values", values.values().toArray(String[]::new))
                .update();
    }

    Optional<Integer> of(ProductId product) {
        return Optional.ofNullable(of(List.of(product)).get(product));
    }

    /** Returns the categories of those products that have one. */
    Map<ProductId, Integer> of(Collection<ProductId> products) {
        var found = new LinkedHashMap<ProductId, Integer>();
        jdbc.sql("""
                select id, category
                  from catalog.product
                 where id = any(:products)
                   and category is not null
                """)
                .param("products", products.stream().map(ProductId::value).toArray(Long[]::new))
                .query(row -> {
                    found.put(new ProductId(row.getLong("id")), row.getInt("category"));
                });
        return found;
    }

    /** Returns what products say; those that say nothing are left out. */
    Map<ProductId, Map<Integer, String>> said(Collection<ProductId> products) {
        var said = new LinkedHashMap<ProductId, Map<Integer, String>>();
        jdbc.sql("""
                select product, attribute, value
                  from catalog.attribute_value
                 where product = any(:products)
                 order by product, attribute
                """)
                .param("products", products.stream().map(ProductId::value).toArray(Long[]::new))
                .query(row -> {
                    said.computeIfAbsent(new ProductId(row.getLong("product")), first -> new LinkedHashMap<>())
                            .put(row.getInt("attribute"), row.getString("value"));
                });
        return said;
    }

    Map<Integer, String> said(ProductId product) {
        var said = new LinkedHashMap<Integer, String>();
        jdbc.sql("""
                select attribute, value
                  from catalog.attribute_value
                 where product = :product
                 order by attribute
                """).param("product", product.value()).query(row -> {
            said.put(row.getInt("attribute"), row.getString("value"));
        });
        return said;
    }
}
