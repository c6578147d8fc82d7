package org.kanmai.app.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kanmai.facts.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pictures of products, each at a place from 0 to 8. */
@Repository
class PictureStore {
    private final JdbcClient jdbc;

    PictureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(ProductId product, int place, long version, byte[] jpeg, int width, int height) {
        jdbc.sql("""
                insert into catalog.picture (product, place, version, jpeg, width, height)
                     values (:product, :place, :version, :jpeg, :width, :height)
                on conflict (product, place) do update
                        set version = excluded.version, jpeg = excluded.jpeg, width = excluded.width, height = excluded.height
                """)
                .param("product", product.value())
                .param("place", place)
                .param("version", version)
                .param("jpeg", jpeg)
                .param("width", width)
                .param("height", height)
                .update();
    }

    boolean remove(ProductId product, int place) {
        return jdbc.sql("delete from catalog.picture where product = :product and place = :place")
                        .param("product", product.value())
                        .param("place", place)
                        .update()
                == 1;
    }

    Optional<byte[]> find(ProductId product, long version) {
        return jdbc.sql("select jpeg from catalog.picture where product = :product and version = :version")
                .param("product", product.value())
                .param("version", version)
                .query((row, number) -> row.getBytes("jpeg"))
                .optional();
    }

    Map<ProductId, List<Product.Picture>> of(Collection<ProductId> products) {
        return jdbc
                .sql("""
                select product, version, width, height
                  from catalog.picture
                 where product = any(:products)
                 order by product, place
                """)
                .param("products", products.stream().map(ProductId::value).toArray(Long[]::new))
                .query((row, number) -> Map.entry(
                        new ProductId(row.getLong("product")),
                        new Product.Picture(
                                address(new ProductId(row.getLong("product")), row.getLong("version")),
                                row.getInt("width"),
                                row.getInt("height"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    static String address(ProductId product, long version) {
        return "/pictures/" + product + "/" + version;
    }
}
