package org.kanmai.app.promotion.coupons;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.CouponId;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Coupons and what of their budgets and pieces is gone; both are guarded by checks of the database. */
@Repository
class CouponStore {
    static final String COLUMNS = """
            coupon.id as coupon, coupon.shop, coupon.name, coupon.kind, coupon.currency, coupon.most_off, coupon.percent,
            coupon.threshold, coupon.products, coupon.on_sales, coupon.way, coupon.code, coupon.starts_at, coupon.ends_at,
            coupon.hours, coupon.budget, coupon.held, coupon.pieces, coupon.taken, coupon.most, coupon.friends, coupon.state,
            coupon.shops, coupon.categories
            """;
    private static final String SELECT = "select " + COLUMNS + " from promotion.coupon ";

    private final JdbcClient jdbc;

    CouponStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a coupon; throws {@link org.springframework.dao.DuplicateKeyException} when an open one has its code. */
    void add(OwnCoupon own, Instant at) {
        var coupon = own.coupon();
        jdbc.sql("""
                insert into promotion.coupon (id, shop, name, kind, currency, most_off, percent, threshold, products, on_sales,
                                              way, code, starts_at, ends_at, hours, budget, pieces, most, friends, state, made_at, shops, categories)
                     values (:id, :shop, :name, :kind, :currency, :off, :percent, :threshold, :products, :onSales,
                             :way, :code, :starts, :ends, :hours, :budget, :pieces, :most, :friends, :state, :at, :shops, :categories)
                """)
                .param("id", coupon.id().value())
                .param("shop", coupon.shop() == null ? null : coupon.shop().value(), Types.BIGINT)
                .param("name", coupon.name())
                .param("kind", coupon.kind().code())
                .param("currency", coupon.off().currency().getCurrencyCode())
                .param("off", coupon.off().minor())
                .param("percent", coupon.percent())
                .param("threshold", coupon.threshold().minor())
                .param(
                        "products",
                        coupon.products().stream().map(ProductId::value).toArray(Long[]::new))
                .param("onSales", coupon.onSales())
                .param("way", own.way().code())
                .param("code", own.code(), Types.VARCHAR)
                .param("starts", Timestamp.from(coupon.startsAt()))
                .param("ends", Timestamp.from(coupon.endsAt()))
                .param("hours", own.hours())
                .param("budget", own.budget().minor())
                .param("pieces", own.pieces())
                .param("most", own.most())
                .param("friends", own.friends())
                .param("state", own.state().code())
                .param("at", Timestamp.from(at))
                .param("shops", coupon.shops().stream().map(ShopId::value).toArray(Long[]::new))
                .param("categories", coupon.categories().toArray(Integer[]::new))
                .update();
    }

    /** Stops an open coupon of a maker, the site when none is named; false when there is none. */
    boolean stop(CouponId id, @Nullable ShopId maker) {
        return jdbc.sql("""
                update promotion.coupon
                   set state = 'stopped'
                 where id = :id
                   and shop is not distinct from :maker
                   and state = 'open'
                """)
                        .param("id", id.value())
                        .param("maker", maker == null ? null : maker.value(), Types.BIGINT)
                        .update()
                == 1;
    }

    Optional<OwnCoupon> find(CouponId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(CouponStore::own)
                .optional();
    }

    /** Returns the coupon that a code is of now. */
    Optional<OwnCoupon> coded(String code) {
        return jdbc.sql(SELECT + "where upper(code) = upper(:code) and state = 'open'")
                .param("code", code)
                .query(CouponStore::own)
                .optional();
    }

    /** Returns the coupons of a maker, the newest first. */
    List<OwnCoupon> of(@Nullable ShopId maker, Paging paging) {
        return jdbc.sql(SELECT + "where shop is not distinct from :maker and id < :before order by id desc limit :rows")
                .param("maker", maker == null ? null : maker.value(), Types.BIGINT)
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query(CouponStore::own)
                .list();
    }

    /**
     * Returns what anybody can take now for a product of a shop, what takes off most first.
     *
     * @param path the product's category and those that it lies in
     */
    List<OwnCoupon> open(ShopId shop, ProductId product, List<Integer> path, Instant now, int limit) {
        return jdbc.sql(SELECT + """
                 where (shop = :shop or shop is null)
                   and (   products = '{}' and shops = '{}' and categories = '{}'
                        or :product = any(products)
                        or :shop = any(shops)
                        or categories && :path::integer[])
                   and way in ('public', 'friends')
                   and state = 'open'
                   and starts_at <= :now
                   and ends_at > :now
                   and taken < pieces
                   and held < budget
                 order by most_off desc, id
                 limit :limit
                """)
                .param("shop", shop.value())
                .param("product", product.value())
                .param("path", path.toArray(Integer[]::new))
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(CouponStore::own)
                .list();
    }

    /** Counts a piece that is taken; false when none is left. */
    boolean take(CouponId id) {
        return jdbc.sql("""
                update promotion.coupon
                   set taken = taken + 1
                 where id = :id
                   and taken < pieces
                """).param("id", id.value()).update() == 1;
    }

    /** Lays back a piece that was taken and never given. */
    void layBack(CouponId id) {
        jdbc.sql("update promotion.coupon set taken = taken - 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    /** Counts a try to tell a code; returns how many a person has made since a moment, this one included. */
    int tried(PersonId person, Instant now, Instant since) {
        return jdbc.sql("""
                insert into promotion.code_try as known (person, tries, since)
                     values (:person, 1, :now)
                on conflict (person) do update
                        set tries = case when known.since <= :since then 1 else least(known.tries + 1, 1000) end,
                            since = case when known.since <= :since then :now else known.since end
                returning tries
                """)
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .param("since", Timestamp.from(since))
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /** Takes back a try that was right. */
    void knew(PersonId person) {
        jdbc.sql("update promotion.code_try set tries = greatest(tries - 1, 0) where person = :person")
                .param("person", person.value())
                .update();
    }

    void forgetTries(PersonId person) {
        jdbc.sql("delete from promotion.code_try where person = :person")
                .param("person", person.value())
                .update();
    }

    /** Locks coupons in the order of their ids, so that nobody waits in a circle. */
    void lock(Collection<CouponId> ids) {
        jdbc.sql("""
                select id
                  from promotion.coupon
                 where id = any(:ids)
                 order by id
                   for no key update
                """)
                .param("ids", ids.stream().map(CouponId::value).toArray(Long[]::new))
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Holds so much more of a budget, or less when negative; false when there is not so much. */
    boolean hold(CouponId id, Money more) {
        return jdbc.sql("""
                update promotion.coupon
                   set held = held + :minor
                 where id = :id
                   and held + :minor <= budget
                """)
                        .param("id", id.value())
                        .param("minor", more.minor())
                        .update()
                == 1;
    }

    static OwnCoupon own(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        return new OwnCoupon(
                coupon(row),
                Code.parse(Coupon.Way.class, row.getString("way")),
                row.getString("code"),
                row.getInt("hours"),
                Money.of(row.getLong("budget"), currency),
                Money.of(row.getLong("held"), currency),
                row.getInt("pieces"),
                row.getInt("taken"),
                row.getInt("most"),
                row.getInt("friends"),
                Code.parse(OwnCoupon.State.class, row.getString("state")));
    }

    private static Coupon coupon(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        long shop = row.getLong("shop");
        boolean site = row.wasNull();
        return new Coupon(
                new CouponId(row.getLong("coupon")),
                site ? null : new ShopId(shop),
                row.getString("name"),
                Code.parse(Coupon.Kind.class, row.getString("kind")),
                Money.of(row.getLong("most_off"), currency),
                row.getInt("percent"),
                Money.of(row.getLong("threshold"), currency),
                Arrays.stream((Long[]) row.getArray("products").getArray())
                        .map(ProductId::new)
                        .toList(),
                row.getBoolean("on_sales"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                Arrays.stream((Long[]) row.getArray("shops").getArray())
                        .map(ShopId::new)
                        .toList(),
                List.of((Integer[]) row.getArray("categories").getArray()));
    }
}
