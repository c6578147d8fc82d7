package org.kanmai.app.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.governance.Violation;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Products without their variants. */
@Repository
class ProductStore {
    private static final String COLUMNS =
            "id, shop, title, description, options, state, violation, note, made_at, changed_at, offered_from,"
                    + " offered_until";

    private final JdbcClient jdbc;

    ProductStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A product as it is kept; {@code violation} and {@code note} are what an operator found last. */
    record Row(
            ProductId id,
            ShopId shop,
            ProductWords words,
            OwnProduct.State state,
            @Nullable Violation violation,
            @Nullable String note,
            Instant madeAt,
            Instant changedAt,
            @Nullable Instant offeredFrom,
            @Nullable Instant offeredUntil) {

        /** Returns whether it is shown and sold at an instant, if its shop is open. */
        boolean isOffered(Instant now) {
            return state == OwnProduct.State.LISTED
                    && (offeredFrom == null || !offeredFrom.isAfter(now))
                    && (offeredUntil == null || offeredUntil.isAfter(now));
        }
    }

    void add(ProductId id, ShopId shop, ProductWords words, Instant at) {
        jdbc.sql("""
                insert into catalog.product (id, shop, title, description, options, state, made_at, changed_at)
                     values (:id, :shop, :title, :description, :options, 'draft', :at, :at)
                """)
                .param("id", id.value())
                .param("shop", shop.value())
                .param("title", words.title())
                .param("description", words.description())
                .param("options", words.options().toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .update();
    }

    void save(ProductId id, ProductWords words, Instant at) {
        jdbc.sql("""
                update catalog.product
                   set title = :title, description = :description, options = :options, changed_at = :at
                 where id = :id
                """)
                .param("id", id.value())
                .param("title", words.title())
                .param("description", words.description())
                .param("options", words.options().toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Says from when until when a listed product is offered; without an instant at once, or without an end. */
    void offer(ProductId id, @Nullable Instant from, @Nullable Instant until) {
        jdbc.sql("""
                update catalog.product
                   set offered_from = :from, offered_until = :until
                 where id = :id
                """)
                .param("id", id.value())
                .param("from", from == null ? null : Timestamp.from(from), Types.TIMESTAMP)
                .param("until", until == null ? null : Timestamp.from(until), Types.TIMESTAMP)
                .update();
    }

    /** Moves a product from one state to another; false when it is not in the first any more. */
    boolean move(ProductId id, OwnProduct.State from, OwnProduct.State to, Instant at) {
        return jdbc.sql("""
                update catalog.product
                   set state = :to, changed_at = :at
                 where id = :id
                   and state = :from
                """)
                        .param("id", id.value())
                        .param("from", from.code())
                        .param("to", to.code())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Keeps what an operator found; absent values say that nothing was. */
    void judge(ProductId id, OwnProduct.State state, @Nullable Violation violation, @Nullable String note, Instant at) {
        jdbc.sql("""
                update catalog.product
                   set state = :state, violation = :violation, note = :note, changed_at = :at
                 where id = :id
                """)
                .param("id", id.value())
                .param("state", state.code())
                .param("violation", violation == null ? null : violation.code())
                .param("note", note)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Returns a product and makes others who change it wait until this transaction ends. */
    Optional<Row> lock(ProductId id) {
        return jdbc.sql("select " + COLUMNS + " from catalog.product where id = :id for update")
                .param("id", id.value())
                .query(ProductStore::row)
                .optional();
    }

    List<Row> find(Collection<ProductId> ids) {
        return jdbc.sql("select " + COLUMNS + " from catalog.product where id = any(:ids)")
                .param("ids", ids.stream().map(ProductId::value).toArray(Long[]::new))
                .query(ProductStore::row)
                .list();
    }

    List<ProductId> idsOf(ShopId shop) {
        return jdbc.sql("select id from catalog.product where shop = :shop order by id desc limit 10000")
                .param("shop", shop.value())
                .query((row, number) -> new ProductId(row.getLong(1)))
                .list();
    }

    /** Returns a shop's products, the newest first; without a state all but the removed. */
    List<Row> of(ShopId shop, OwnProduct.@Nullable State state, Paging paging) {
        return jdbc.sql("""
                select %s
                  from catalog.product
                 where shop = :shop
                   and state = coalesce(:state, state)
                   and (state <> 'removed' or :state = 'removed')
                   and id < :before
                 order by id desc
                 limit :rows
                """.formatted(COLUMNS))
                .param("shop", shop.value())
                .param("state", state == null ? null : state.code(), Types.VARCHAR)
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query(ProductStore::row)
                .list();
    }

    /** Returns listed products of open shops whose title holds some words, the newest first. */
    List<Row> titled(String words, Instant now, Paging paging) {
        return jdbc.sql("""
                select %s
                  from catalog.product
                 where state = 'listed'
                   and (offered_from is null or offered_from <= :now)
                   and (offered_until is null or offered_until > :now)
                   and shop in (select shop.id from catalog.shop where shop.state = 'open')
                   and position(lower(:words) in lower(title)) > 0
                   and id < :before
                 order by id desc
                 limit :rows
                """.formatted(COLUMNS))
                .param("words", words)
                .param("now", Timestamp.from(now))
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query(ProductStore::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var violation = row.getString("violation");
        return new Row(
                new ProductId(row.getLong("id")),
                new ShopId(row.getLong("shop")),
                new ProductWords(row.getString("title"), row.getString("description"), SkuStore.texts(row, "options")),
                Code.parse(OwnProduct.State.class, row.getString("state")),
                violation == null ? null : Code.parse(Violation.class, violation),
                row.getString("note"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                instant(row, "offered_from"),
                instant(row, "offered_until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
