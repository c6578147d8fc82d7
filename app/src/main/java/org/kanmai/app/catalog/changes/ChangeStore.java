package org.kanmai.app.catalog.changes;

import java.util.List;
import org.kanmai.facts.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the ids of products by the transactions that changed them, and in order. */
@Repository
class ChangeStore {
    private final JdbcClient jdbc;

    ChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A product that changed in a transaction. */
    record Change(String changedIn, ProductId product) {}

    /** Returns the number of the oldest transaction that is running. */
    String oldestRunning() {
        return jdbc.sql("select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)")
                .query((row, number) -> row.getString(1))
                .single();
    }

    List<Change> after(String changedIn, long product, int limit) {
        return jdbc.sql("""
                select cast(changed_in as text) as changed, id
                  from catalog.product
                 where (changed_in, id) > (cast(:changedIn as xid8), :product)
                 order by catalog.product.changed_in, id
                 limit :limit
                """)
                .param("changedIn", changedIn)
                .param("product", product)
                .param("limit", limit)
                .query((row, number) -> new Change(row.getString("changed"), new ProductId(row.getLong("id"))))
                .list();
    }

    List<ProductId> listedAfter(long product, int limit) {
        return jdbc.sql("""
                select id
                  from catalog.product
                 where id > :product
                   and state = 'listed'
                 order by id
                 limit :limit
                """)
                .param("product", product)
                .param("limit", limit)
                .query((row, number) -> new ProductId(row.getLong(1)))
                .list();
    }
}
