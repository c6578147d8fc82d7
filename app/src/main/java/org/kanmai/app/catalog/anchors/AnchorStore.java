package org.kanmai.app.catalog.anchors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.WorkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of anchors. */
@Repository
class AnchorStore {
    private final JdbcClient jdbc;

    AnchorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A product of a work, from a moment of its film on. */
    record Row(WorkId work, ProductId product, @Nullable Integer atMillis) {}

    List<Row> of(Collection<WorkId> works) {
        return jdbc.sql("""
                select work, product, at_millis
                  from catalog.anchor
                 where work = any(:works)
                 order by work, place
                """)
                .param("works", works.stream().map(WorkId::value).toArray(Long[]::new))
                .query((row, number) ->
                        new Row(new WorkId(row.getLong("work")), new ProductId(row.getLong("product")), (Integer)
                                row.getObject("at_millis")))
                .list();
    }

    List<Anchors.Pair> shownBy(Collection<ProductId> products) {
        return jdbc.sql("select work, product from catalog.anchor where product = any(:products)")
                .param("products", products.stream().map(ProductId::value).toArray(Long[]::new))
                .query(AnchorStore::pair)
                .list();
    }

    List<Anchors.Pair> newest(int limit) {
        return jdbc.sql("select work, product from catalog.anchor order by work desc, place limit :limit")
                .param("limit", limit)
                .query(AnchorStore::pair)
                .list();
    }

    private static Anchors.Pair pair(ResultSet row, int number) throws SQLException {
        return new Anchors.Pair(new WorkId(row.getLong("work")), new ProductId(row.getLong("product")));
    }

    void remove(WorkId work) {
        jdbc.sql("delete from catalog.anchor where work = :work")
                .param("work", work.value())
                .update();
    }

    void add(List<Row> rows) {
        jdbc.sql("""
                insert into catalog.anchor (work, place, product, at_millis)
                select work, place - 1, product, at_millis
                  from unnest(:works::bigint[], :products::bigint[], :moments::integer[])
                       with ordinality as anchor (work, product, at_millis, place)
                """)
                .param("works", rows.stream().map(row -> row.work().value()).toArray(Long[]::new))
                .param(
                        "products",
                        rows.stream().map(row -> row.product().value()).toArray(Long[]::new))
                .param("moments", rows.stream().map(Row::atMillis).toArray(Integer[]::new))
                .update();
    }
}
