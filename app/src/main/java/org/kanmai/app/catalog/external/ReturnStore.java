package org.kanmai.app.catalog.external;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.catalog.external.ExternalReturn.State;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.WorkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders on other platforms; each change names the state that it leaves. */
@Repository
class ReturnStore {
    private static final String COLUMNS =
            "id, number, product, platform, work, state, minor, currency, told_at, changed_at";

    private final JdbcClient jdbc;

    ReturnStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what names a notification; false when it was told before. */
    boolean hear(ShopId shop, String nonce, Instant at) {
        return jdbc.sql("""
                insert into catalog.external_notice (shop, nonce, at)
                     values (:shop, :nonce, :at)
                on conflict (shop, nonce) do nothing
                """)
                        .param("shop", shop.value())
                        .param("nonce", nonce)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Forgets what named notifications before an instant: these are refused for their age. */
    int forget(Instant before) {
        return jdbc.sql("delete from catalog.external_notice where at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    /** Adds an order; false when its number is there. */
    boolean add(ShopId shop, ExternalReturn told) {
        return jdbc.sql("""
                insert into catalog.external_return (id, shop, number, product, platform, work, state, minor, currency,
                                                     told_at, changed_at)
                     values (:id, :shop, :number, :product, :platform, :work, :state, :minor, :currency, :at, :at)
                on conflict (shop, number) do nothing
                """)
                        .param("id", told.id())
                        .param("shop", shop.value())
                        .param("number", told.number())
                        .param("product", told.product().value())
                        .param("platform", told.platform().code())
                        .param("work", told.work() == null ? null : told.work().value(), java.sql.Types.BIGINT)
                        .param("state", told.state().code())
                        .param("minor", told.amount().minor())
                        .param("currency", told.amount().currency().getCurrencyCode())
                        .param("at", Timestamp.from(told.toldAt()))
                        .update()
                == 1;
    }

    /** Returns an order and makes others who tell of it wait until this transaction ends. */
    Optional<ExternalReturn> lock(ShopId shop, String number) {
        return jdbc.sql("select " + COLUMNS
                        + " from catalog.external_return where shop = :shop and number = :number for update")
                .param("shop", shop.value())
                .param("number", number)
                .query(ReturnStore::told)
                .optional();
    }

    void move(long id, State to, Instant at) {
        jdbc.sql("update catalog.external_return set state = :to, changed_at = :at where id = :id")
                .param("id", id)
                .param("to", to.code())
                .param("at", Timestamp.from(at))
                .update();
    }

    List<ExternalReturn> of(ShopId shop, Paging paging) {
        return jdbc.sql("select " + COLUMNS + """
                  from catalog.external_return
                 where shop = :shop
                   and id < :before
                 order by id desc
                 limit :rows
                """)
                .param("shop", shop.value())
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query(ReturnStore::told)
                .list();
    }

    /** So many orders of a platform in a state, and what they come to. */
    record Sum(Platform platform, State state, long orders, Money amount) {}

    List<Sum> sums(ShopId shop, Instant from, Instant until) {
        return jdbc.sql("""
                select platform, state, currency, count(*) as orders, sum(minor)::bigint as minor
                  from catalog.external_return
                 where shop = :shop
                   and told_at >= :from
                   and told_at < :until
                 group by platform, state, currency
                 order by platform, currency, state
                """)
                .param("shop", shop.value())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query((row, number) -> new Sum(
                        Code.parse(Platform.class, row.getString("platform")),
                        Code.parse(State.class, row.getString("state")),
                        row.getLong("orders"),
                        Money.of(row.getLong("minor"), row.getString("currency"))))
                .list();
    }

    private static ExternalReturn told(ResultSet row, int number) throws SQLException {
        long work = row.getLong("work");
        boolean none = row.wasNull();
        return new ExternalReturn(
                row.getLong("id"),
                row.getString("number"),
                new ProductId(row.getLong("product")),
                Code.parse(Platform.class, row.getString("platform")),
                none ? null : new WorkId(work),
                Code.parse(State.class, row.getString("state")),
                Money.of(row.getLong("minor"), row.getString("currency")),
                row.getTimestamp("told_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
