package org.kanmai.app.live.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.sales.RoomSales.Wanted;
import org.kanmai.app.live.requests.PriceRequest.State;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.SaleId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of what hosts asked shops for; each change names the state that it leaves. */
@Repository
class PriceRequestStore {
    private static final String SELECT = """
            select request.id, request.room, room.host, request.shop, request.product, request.sku, request.minor,
                   request.currency, request.units, request.most, request.starts_at, request.ends_at, request.state,
                   request.reason, request.sale, request.asked_at, request.expires_at
              from live.price_request as request
              join live.room on room.id = request.room
            """;

    private final JdbcClient jdbc;

    PriceRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns how many of a room wait for an answer. */
    int waiting(RoomId room) {
        return jdbc.sql("select count(*) from live.price_request where room = :room and state = 'asked'")
                .param("room", room.value())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /** Adds what is asked for; throws {@link org.springframework.dao.DuplicateKeyException} when the room waits for that variant. */
    void add(PriceRequest request) {
        var wanted = request.wanted();
        jdbc.sql("""
                insert into live.price_request (id, room, shop, product, sku, minor, currency, units, most, starts_at,
                                                ends_at, state, asked_at, expires_at)
                     values (:id, :room, :shop, :product, :sku, :minor, :currency, :units, :most, :starts,
                             :ends, 'asked', :asked, :expires)
                """)
                .param("id", request.id())
                .param("room", request.room().value())
                .param("shop", request.shop().value())
                .param("product", request.product().value())
                .param("sku", wanted.sku().value())
                .param("minor", wanted.price().minor())
                .param("currency", wanted.price().currency().getCurrencyCode())
                .param("units", wanted.units())
                .param("most", wanted.most())
                .param("starts", Timestamp.from(wanted.startsAt()))
                .param("ends", Timestamp.from(wanted.endsAt()))
                .param("asked", Timestamp.from(request.askedAt()))
                .param("expires", Timestamp.from(request.expiresAt()))
                .update();
    }

    Optional<PriceRequest> find(long id) {
        return jdbc.sql(SELECT + " where request.id = :id")
                .param("id", id)
                .query(PriceRequestStore::request)
                .optional();
    }

    /** Locks one that can be answered; false when it can't any more. Whoever else answers waits until this transaction ends. */
    boolean lockAsked(long id, Instant now) {
        return !jdbc.sql("""
                select id
                  from live.price_request
                 where id = :id
                   and state = 'asked'
                   and expires_at > :now
                   for no key update
                """)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .query((row, number) -> row.getLong(1))
                .list()
                .isEmpty();
    }

    void agree(long id, SaleId sale, Instant at) {
        jdbc.sql("""
                update live.price_request
                   set state = 'agreed', sale = :sale, answered_at = :at
                 where id = :id
                   and state = 'asked'
                """)
                .param("id", id)
                .param("sale", sale.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean decline(long id, String reason, Instant at) {
        return jdbc.sql("""
                update live.price_request
                   set state = 'declined', reason = :reason, answered_at = :at
                 where id = :id
                   and state = 'asked'
                   and expires_at > :at
                """)
                        .param("id", id)
                        .param("reason", reason)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean withdraw(long id) {
        return jdbc.sql("""
                update live.price_request
                   set state = 'withdrawn'
                 where id = :id
                   and state = 'asked'
                """).param("id", id).update() == 1;
    }

    /** Ends what nobody answered in time, or whose room is over; returns which. */
    List<Long> expire(Instant now, int limit) {
        return jdbc.sql("""
                update live.price_request
                   set state = 'expired'
                 where id in (select request.id
                                from live.price_request as request
                                join live.room on room.id = request.room
                               where request.state = 'asked'
                                 and (request.expires_at <= :now or room.state in ('ended', 'cut'))
                               order by request.id
                               limit :limit
                                 for no key update of request skip locked)
                returning id
                """)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    List<PriceRequest> of(RoomId room, Paging paging) {
        return list("request.room", room.value(), paging);
    }

    List<PriceRequest> of(ShopId shop, Paging paging) {
        return list("request.shop", shop.value(), paging);
    }

    private List<PriceRequest> list(String side, long id, Paging paging) {
        return jdbc.sql(SELECT
                        + " where %s = :side and request.id < :before order by request.id desc limit :rows"
                                .formatted(side))
                .param("side", id)
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query(PriceRequestStore::request)
                .list();
    }

    private static PriceRequest request(ResultSet row, int number) throws SQLException {
        return new PriceRequest(
                row.getLong("id"),
                new RoomId(row.getLong("room")),
                new PersonId(row.getLong("host")),
                new ShopId(row.getLong("shop")),
                new ProductId(row.getLong("product")),
                new Wanted(
                        new SkuId(row.getLong("sku")),
                        Money.of(row.getLong("minor"), row.getString("currency")),
                        row.getInt("units"),
                        row.getInt("most"),
                        instant(row, "starts_at"),
                        instant(row, "ends_at")),
                Code.parse(State.class, row.getString("state")),
                row.getString("reason"),
                sale(row),
                instant(row, "asked_at"),
                instant(row, "expires_at"));
    }

    private static @Nullable SaleId sale(ResultSet row) throws SQLException {
        long sale = row.getLong("sale");
        return row.wasNull() ? null : new SaleId(sale);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getTimestamp(column)).toInstant();
    }
}
