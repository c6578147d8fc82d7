package org.kanmai.app.affiliate.terms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of terms: never changed but for where they end. */
@Repository
class TermsStore {
    private static final String SELECT =
            "select id, product, shop, since, until, starts, rates from affiliate.terms where ";

    private final JdbcClient jdbc;

    TermsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes others who change the same product's terms wait until this transaction ends. */
    void lock(ProductId product) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('terms of ' || :product, 0))")
                .param("product", product.toString())
                .query((row, number) -> number)
                .list();
    }

    Optional<Terms> find(long id) {
        return jdbc.sql(SELECT + "id = :id")
                .param("id", id)
                .query(TermsStore::terms)
                .optional();
    }

    /** Returns a product's terms that nothing follows. */
    Optional<Terms> latest(ProductId product) {
        return jdbc.sql(SELECT + "product = :product and until is null")
                .param("product", product.value())
                .query(TermsStore::terms)
                .optional();
    }

    /** Returns the terms of products that hold at an instant or later, in order. */
    List<Terms> from(Collection<ProductId> products, Instant at) {
        return jdbc.sql(SELECT
                        + "product = any(:products) and coalesce(until, 'infinity') > :at order by product, since")
                .param("products", products.stream().map(ProductId::value).toArray(Long[]::new))
                .param("at", Timestamp.from(at))
                .query(TermsStore::terms)
                .list();
    }

    void end(ProductId product, Instant at) {
        jdbc.sql("update affiliate.terms set until = :at where product = :product and until is null")
                .param("product", product.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    void add(Terms terms, Instant madeAt) {
        jdbc.sql("""
                insert into affiliate.terms (id, product, shop, since, starts, rates, made_at)
                     values (:id, :product, :shop, :since, :starts, :rates, :at)
                """)
                .param("id", terms.id())
                .param("product", terms.product().value())
                .param("shop", terms.shop().value())
                .param("since", Timestamp.from(terms.since()))
                .param("starts", numbers(terms.ladder(), true))
                .param("rates", numbers(terms.ladder(), false))
                .param("at", Timestamp.from(madeAt))
                .update();
    }

    /** Takes terms back that do not hold yet, and lets those before go on; false when there are none such. */
    boolean withdraw(ProductId product, Instant unlessBefore) {
        boolean gone = jdbc.sql("""
                delete from affiliate.terms
                 where product = :product
                   and until is null
                   and since >= :instant
                """)
                        .param("product", product.value())
                        .param("instant", Timestamp.from(unlessBefore))
                        .update()
                == 1;
        if (gone) {
            jdbc.sql("""
                    update affiliate.terms
                       set until = null
                     where id = (select id from affiliate.terms where product = :product order by since desc limit 1)
                    """).param("product", product.value()).update();
        }
        return gone;
    }

    /** Returns the latest terms of the open pool, the newest first. */
    List<Terms> pool(Paging paging) {
        return jdbc.sql(SELECT + "until is null and rates <> '{}' and id < :before order by id desc limit :rows")
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query(TermsStore::terms)
                .list();
    }

    /** Returns the latest terms of a shop's products, the newest first. */
    List<Terms> of(ShopId shop, Paging paging) {
        return jdbc.sql(
                        SELECT
                                + "shop = :shop and until is null and rates <> '{}' and id < :before order by id desc limit :rows")
                .param("shop", shop.value())
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query(TermsStore::terms)
                .list();
    }

    private static Integer[] numbers(Ladder ladder, boolean starts) {
        return ladder.steps().stream()
                .map(step -> starts ? step.from() : step.perMille())
                .toArray(Integer[]::new);
    }

    private static Terms terms(ResultSet row, int number) throws SQLException {
        var until = row.getTimestamp("until");
        var starts = (Integer[]) row.getArray("starts").getArray();
        var rates = (Integer[]) row.getArray("rates").getArray();
        return new Terms(
                row.getLong("id"),
                new ProductId(row.getLong("product")),
                new ShopId(row.getLong("shop")),
                row.getTimestamp("since").toInstant(),
                until == null ? null : until.toInstant(),
                new Ladder(IntStream.range(0, starts.length)
                        .mapToObj(index -> new Ladder.Step(starts[index], rates[index]))
                        .toList()));
    }
}
