package org.kanmai.app.affiliate.terms;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the goods that creators keep at hand. */
@Repository
class PickStore {
    private final JdbcClient jdbc;

    PickStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A picked product; {@code id} orders them. */
    record Row(long id, ProductId product) {}

    /** Makes others who pick for the same creator wait until this transaction ends. */
    void lock(PersonId creator) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('picks of ' || :creator, 0))")
                .param("creator", creator.toString())
                .query((row, number) -> number)
                .list();
    }

    int count(PersonId creator) {
        return jdbc.sql("select count(*) from affiliate.pick where creator = :creator")
                .param("creator", creator.value())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    void add(long id, PersonId creator, ProductId product, Instant at) {
        jdbc.sql("""
                insert into affiliate.pick (id, creator, product, picked_at)
                     values (:id, :creator, :product, :at)
                         on conflict (creator, product) do nothing
                """)
                .param("id", id)
                .param("creator", creator.value())
                .param("product", product.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    void remove(PersonId creator, ProductId product) {
        jdbc.sql("delete from affiliate.pick where creator = :creator and product = :product")
                .param("creator", creator.value())
                .param("product", product.value())
                .update();
    }

    void removeAll(PersonId creator) {
        jdbc.sql("delete from affiliate.pick where creator = :creator")
                .param("creator", creator.value())
                .update();
    }

    List<Row> of(PersonId creator, Paging paging) {
        return jdbc.sql("""
                select id, product
                  from affiliate.pick
                 where creator = :creator
                   and id < :before
                 order by id desc
                 limit :rows
                """)
                .param("creator", creator.value())
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query((row, number) -> new Row(row.getLong("id"), new ProductId(row.getLong("product"))))
                .list();
    }

    /** Returns which of some products a creator has picked. */
    Set<ProductId> among(PersonId creator, Collection<ProductId> products) {
        return new HashSet<>(jdbc.sql(
                        "select product from affiliate.pick where creator = :creator and product = any(:products)")
                .param("creator", creator.value())
                .param("products", products.stream().map(ProductId::value).toArray(Long[]::new))
                .query((row, number) -> new ProductId(row.getLong(1)))
                .list());
    }

    /** Returns who has picked a product, the first ones first. */
    List<PersonId> creators(ProductId product, int limit) {
        return jdbc.sql("select creator from affiliate.pick where product = :product order by id limit :limit")
                .param("product", product.value())
                .param("limit", limit)
                .query((row, number) -> new PersonId(row.getLong(1)))
                .list();
    }
}
