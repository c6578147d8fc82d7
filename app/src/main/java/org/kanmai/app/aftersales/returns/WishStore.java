package org.kanmai.app.aftersales.returns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.aftersales.returns.Wish.State;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ReturnId;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Keeps wishes; each move names the state that it leaves. */
@Repository
class WishStore {
    private static final String COLUMNS = """
            select id, orders, place, buyer, shop, product, title, options, picture, units, kind, reason, minor, currency, state,
                   asked_at, moved_at, due_at, back_to, carrier, parcel, new_carrier, new_parcel, returned
              from aftersales.wish
            """;

    private final JdbcClient jdbc;

    WishStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Wish wish) {
        jdbc.sql("""
                insert into aftersales.wish (id, orders, place, buyer, shop, product, title, options, picture, units, kind, reason,
                                             minor, currency, state, asked_at, moved_at, due_at)
                     values (:id, :order, :place, :buyer, :shop, :product, :title, :options, :picture, :units, :kind, :reason,
                             :minor, :currency, :state, :asked, :asked, :due)
                """)
                .param("id", wish.id().value())
                .param("order", wish.order().value())
                .param("place", wish.place())
                .param("buyer", wish.buyer().value())
                .param("shop", wish.shop().value())
                .param("product", wish.item().product().value())
                .param("title", wish.item().title())
                .param("options", wish.item().options().toArray(String[]::new))
                .param("picture", wish.item().picture())
                .param("units", wish.units())
                .param("kind", wish.kind().code())
                .param("reason", wish.reason().code())
                .param("minor", wish.worth().minor())
                .param("currency", wish.worth().currency().getCurrencyCode())
                .param("state", wish.state().code())
                .param("asked", Timestamp.from(wish.moments().asked()))
                .param("due", timestamp(wish.moments().due()))
                .update();
    }

    /** What a move writes beside the state. */
    record Change(
            @Nullable String backTo,
            Wish.@Nullable Parcel parcel,
            Wish.@Nullable Parcel replacement,
            @Nullable Money returned) {
        static final Change NONE = new Change(null, null, null, null);
    }

    /** Moves a wish that is as it was seen; false when it has moved on. */
    boolean move(Wish wish, State to, Change change, Instant at, @Nullable Instant due) {
        return jdbc.sql("""
                update aftersales.wish
                   set state = :to, moved_at = :at, due_at = :due, back_to = coalesce(:backTo, back_to),
                       carrier = coalesce(:carrier, carrier), parcel = coalesce(:parcel, parcel),
                       new_carrier = coalesce(:newCarrier, new_carrier), new_parcel = coalesce(:newParcel, new_parcel),
                       returned = :returned
                 where id = :id
                   and state = :from
                """)
                        .param("id", wish.id().value())
                        .param("from", wish.state().code())
                        .param("to", to.code())
                        .param("at", Timestamp.from(at))
                        .param("due", timestamp(due))
                        .param("backTo", change.backTo())
                        .param(
                                "carrier",
                                change.parcel() == null ? null : change.parcel().carrier())
                        .param(
                                "parcel",
                                change.parcel() == null ? null : change.parcel().number())
                        .param(
                                "newCarrier",
                                change.replacement() == null
                                        ? null
                                        : change.replacement().carrier())
                        .param(
                                "newParcel",
                                change.replacement() == null
                                        ? null
                                        : change.replacement().number())
                        .param(
                                "returned",
                                change.returned() == null
                                        ? null
                                        : change.returned().minor())
                        .update()
                == 1;
    }

    /** Lets the time to look at goods that were brought end at an instant; returns the wishes that are about them. */
    List<ReturnId> brought(Wish.Parcel parcel, Instant due) {
        return jdbc.sql("""
                update aftersales.wish
                   set due_at = :due
                 where parcel = :number
                   and carrier = :carrier
                   and state = 'sent'
                returning id
                """)
                .param("number", parcel.number())
                .param("carrier", parcel.carrier())
                .param("due", Timestamp.from(due))
                .query((row, number) -> new ReturnId(row.getLong("id")))
                .list();
    }

    /** Returns the wishes that a parcel brings a replacement for. */
    List<ReturnId> replacedBy(Wish.Parcel parcel) {
        return jdbc.sql("""
                select id
                  from aftersales.wish
                 where new_parcel = :number
                   and new_carrier = :carrier
                   and state = 'replaced'
                """)
                .param("number", parcel.number())
                .param("carrier", parcel.carrier())
                .query((row, number) -> new ReturnId(row.getLong("id")))
                .list();
    }

    /** Says how much went back for a wish that is refunded. */
    void returned(ReturnId id, Money amount) {
        jdbc.sql("""
                update aftersales.wish
                   set returned = :minor
                 where id = :id
                   and state = 'refunded'
                """).param("id", id.value()).param("minor", amount.minor()).update();
    }

    Optional<Wish> find(ReturnId id) {
        return wishes(jdbc.sql(COLUMNS + " where id = :id").param("id", id.value())).stream()
                .findFirst();
    }

    List<Wish> find(Collection<ReturnId> ids) {
        return wishes(jdbc.sql(COLUMNS + " where id = any (:ids)")
                .param("ids", ids.stream().map(ReturnId::value).toArray(Long[]::new)));
    }

    List<Wish> of(OrderId order) {
        return wishes(jdbc.sql(COLUMNS + " where orders = :order order by id").param("order", order.value()));
    }

    List<Wish> ofBuyer(PersonId buyer, Paging paging) {
        return page("buyer = :party", buyer.value(), paging);
    }

    List<Wish> ofShop(ShopId shop, Paging paging) {
        return page("shop = :party", shop.value(), paging);
    }

    /** Returns wishes that wait for their shop to do something. */
    List<Wish> waitingFor(ShopId shop, Paging paging) {
        return page("shop = :party and state in ('asked', 'sent', 'taken')", shop.value(), paging);
    }

    private List<Wish> page(String condition, long party, Paging paging) {
        return wishes(jdbc.sql(COLUMNS + " where " + condition + " and id < :before order by id desc limit :rows")
                .param("party", party)
                .param("before", paging.before())
                .param("rows", paging.rows()));
    }

    /** Returns disputes, the newest wish first. */
    List<Wish> disputed(Paging paging) {
        return wishes(jdbc.sql(COLUMNS + " where state = 'disputed' and id < :before order by id desc limit :rows")
                .param("before", paging.before())
                .param("rows", paging.rows()));
    }

    /** Returns wishes about which somebody was silent for too long. */
    List<Wish> due(Instant now, int limit) {
        return wishes(jdbc.sql(COLUMNS + " where due_at <= :now and state <> 'disputed' order by due_at limit :limit")
                .param("now", Timestamp.from(now))
                .param("limit", limit));
    }

    private static List<Wish> wishes(StatementSpec statement) {
        return statement.query((row, number) -> read(row)).list();
    }

    private static Wish read(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        long returned = row.getLong("returned");
        var back = row.wasNull() ? null : Money.of(returned, currency);
        var due = row.getTimestamp("due_at");
        return new Wish(
                new ReturnId(row.getLong("id")),
                new OrderId(row.getLong("orders")),
                row.getInt("place"),
                new PersonId(row.getLong("buyer")),
                new ShopId(row.getLong("shop")),
                new Wish.Item(
                        new ProductId(row.getLong("product")),
                        row.getString("title"),
                        List.of((String[]) row.getArray("options").getArray()),
                        row.getString("picture")),
                row.getInt("units"),
                Code.parse(Wish.Kind.class, row.getString("kind")),
                Code.parse(Wish.Reason.class, row.getString("reason")),
                Money.of(row.getLong("minor"), currency),
                Code.parse(State.class, row.getString("state")),
                new Wish.Moments(
                        row.getTimestamp("asked_at").toInstant(),
                        row.getTimestamp("moved_at").toInstant(),
                        due == null ? null : due.toInstant()),
                row.getString("back_to"),
                parcel(row.getString("carrier"), row.getString("parcel")),
                parcel(row.getString("new_carrier"), row.getString("new_parcel")),
                back);
    }

    private static Wish.@Nullable Parcel parcel(@Nullable String carrier, @Nullable String number) {
        return carrier == null || number == null ? null : new Wish.Parcel(carrier, number);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
