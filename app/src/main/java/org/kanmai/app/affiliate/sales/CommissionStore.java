package org.kanmai.app.affiliate.sales;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of commissions. */
@Repository
class CommissionStore {
    private final JdbcClient jdbc;

    CommissionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Commission> earned) {
        jdbc.sql("""
                insert into affiliate.commission (id, orders, place, shop, product, creator, agency, shown_kind, shown, terms,
                                                  units, sold_before, currency, base, commission, to_creator, to_agency,
                                                  to_platform, state, earned_at)
                select id, orders, place, shop, product, creator, agency, shown_kind, shown, terms, units, sold_before, currency,
                       base, creators + agencies + platforms, creators, agencies, platforms, 'held', :at
                  from unnest(:ids::bigint[], :orders::bigint[], :places::integer[], :shops::bigint[], :products::bigint[],
                              :who::bigint[], :agents::bigint[], :kinds::text[], :shown::bigint[], :terms::bigint[],
                              :units::integer[], :before::bigint[], :currencies::text[], :bases::bigint[], :creators::bigint[],
                              :agencies::bigint[], :platforms::bigint[])
                       as earned (id, orders, place, shop, product, creator, agency, shown_kind, shown, terms, units, sold_before,
                                  currency, base, creators, agencies, platforms)
                """)
                .param("at", Timestamp.from(earned.getFirst().earnedAt()))
                .param("ids", numbers(earned, Commission::id))
                .param("orders", numbers(earned, each -> each.order().value()))
                .param("places", integers(earned, Commission::place))
                .param("shops", numbers(earned, each -> each.shop().value()))
                .param("products", numbers(earned, each -> each.product().value()))
                .param("who", numbers(earned, each -> each.creator().value()))
                .param("agents", numbers(earned, CommissionStore::agency))
                .param("kinds", texts(earned, each -> each.shown().kind().code()))
                .param("shown", numbers(earned, each -> each.shown().id()))
                .param("terms", numbers(earned, Commission::terms))
                .param("units", integers(earned, Commission::units))
                .param("before", numbers(earned, Commission::soldBefore))
                .param(
                        "currencies",
                        texts(earned, each -> each.base().currency().getCurrencyCode()))
                .param("bases", numbers(earned, each -> each.base().minor()))
                .param(
                        "creators",
                        numbers(earned, each -> each.split().creator().minor()))
                .param("agencies", numbers(earned, each -> each.split().agency().minor()))
                .param(
                        "platforms",
                        numbers(earned, each -> each.split().platform().minor()))
                .update();
    }

    private static @Nullable Long agency(Commission each) {
        return each.agency() == null ? null : each.agency().value();
    }

    private static Long[] numbers(List<Commission> earned, Function<Commission, @Nullable Long> of) {
        return earned.stream().map(of).toArray(Long[]::new);
    }

    private static Integer[] integers(List<Commission> earned, Function<Commission, Integer> of) {
        return earned.stream().map(of).toArray(Integer[]::new);
    }

    private static String[] texts(List<Commission> earned, Function<Commission, String> of) {
        return earned.stream().map(of).toArray(String[]::new);
    }

    /** Units that came back. */
    record Back(Sold.Key key, int units) {}

    /** Marks an order's commissions as reversed and returns what had been sold by them. */
    List<Back> reverse(OrderId order) {
        return jdbc.sql("""
                update affiliate.commission
                   set state = 'reversed'
                 where orders = :order
                   and state <> 'reversed'
                returning product, creator, units - returned as units
                """)
                .param("order", order.value())
                .query((row, number) -> new Back(
                        new Sold.Key(new ProductId(row.getLong("product")), new PersonId(row.getLong("creator"))),
                        row.getInt("units")))
                .list();
    }

    /** Counts units of a line as gone back, and returns the commission with the part of them alone; empty where nothing is earned. */
    Optional<Commission> giveBack(OrderId order, int place, int units) {
        return jdbc.sql("""
                update affiliate.commission
                   set returned = returned + :units,
                       state = case when returned + :units = units then 'reversed' else state end
                 where orders = :order
                   and place = :place
                   and returned + :units <= units
                returning *
                """)
                .param("order", order.value())
                .param("place", place)
                .param("units", units)
                .query((row, number) ->
                        commission(row, number).part(row.getInt("returned") - units, row.getInt("returned")))
                .optional();
    }

    /** Returns what was earned by a line, and makes all who change it wait; empty where nothing is earned or it went back. */
    Optional<Commission> hold(OrderId order, int place) {
        return jdbc.sql("""
                select *
                  from affiliate.commission
                 where orders = :order
                   and place = :place
                   and state <> 'reversed'
                   for update
                """)
                .param("order", order.value())
                .param("place", place)
                .query(CommissionStore::commission)
                .optional();
    }

    /** Writes down less for a line that cost less in the end. */
    void lower(Commission less) {
        jdbc.sql("""
                update affiliate.commission
                   set base = :base, commission = :commission, to_creator = :creator, to_agency = :agency, to_platform = :platform
                 where id = :id
                """)
                .param("id", less.id())
                .param("base", less.base().minor())
                .param("commission", less.split().commission().minor())
                .param("creator", less.split().creator().minor())
                .param("agency", less.split().agency().minor())
                .param("platform", less.split().platform().minor())
                .update();
    }

    void release(OrderId order) {
        jdbc.sql("update affiliate.commission set state = 'free' where orders = :order and state = 'held'")
                .param("order", order.value())
                .update();
    }

    List<Commission> ofCreator(PersonId creator, Paging paging) {
        return list("creator", creator.value(), paging);
    }

    List<Commission> ofAgency(PersonId agency, Paging paging) {
        return list("agency", agency.value(), paging);
    }

    List<Commission> ofShop(ShopId shop, Paging paging) {
        return list("shop", shop.value(), paging);
    }

    /** Returns what was earned by the lines of some orders. */
    List<Commission> of(Collection<OrderId> orders) {
        return jdbc.sql("select * from affiliate.commission where orders = any(:orders) order by orders, place")
                .param("orders", orders.stream().map(OrderId::value).toArray(Long[]::new))
                .query(CommissionStore::commission)
                .list();
    }

    private List<Commission> list(String side, long party, Paging paging) {
        return jdbc.sql("""
                select *
                  from affiliate.commission
                 where %s = :party
                   and id < :before
                 order by id desc
                 limit :rows
                """.formatted(side))
                .param("party", party)
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query(CommissionStore::commission)
                .list();
    }

    private static Commission commission(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        long agency = row.getLong("agency");
        return new Commission(
                row.getLong("id"),
                new OrderId(row.getLong("orders")),
                row.getInt("place"),
                new ShopId(row.getLong("shop")),
                new ProductId(row.getLong("product")),
                new PersonId(row.getLong("creator")),
                agency == 0 ? null : new PersonId(agency),
                new Subject(Code.parse(SubjectKind.class, row.getString("shown_kind")), row.getLong("shown")),
                row.getLong("terms"),
                row.getInt("units"),
                row.getLong("sold_before"),
                Money.of(row.getLong("base"), currency),
                new Split(
                        Money.of(row.getLong("to_creator"), currency),
                        Money.of(row.getLong("to_agency"), currency),
                        Money.of(row.getLong("to_platform"), currency)),
                Code.parse(Commission.State.class, row.getString("state")),
                row.getTimestamp("earned_at").toInstant());
    }
}
