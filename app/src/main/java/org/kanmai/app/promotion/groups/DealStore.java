package org.kanmai.app.promotion.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.DealId;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is offered to groups, and how much of it is ordered: by all, and by each buyer; checks of the database guard both. */
@Repository
class DealStore {
    private static final String SELECT = """
            select id, shop, product, sku, currency, people, minors, minutes, units, taken, most, state from promotion.deal
            """;

    private final JdbcClient jdbc;

    DealStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a deal; throws {@link org.springframework.dao.DuplicateKeyException} when the variant has an open one. */
    void add(Deal deal, Instant at) {
        jdbc.sql("""
                insert into promotion.deal (id, shop, product, sku, currency, people, minors, size, minutes, units, most, state, made_at)
                     values (:id, :shop, :product, :sku, :currency, :people::smallint[], :minors, :size, :minutes, :units, :most, 'open', :at)
                """)
                .param("id", deal.id().value())
                .param("shop", deal.shop().value())
                .param("product", deal.product().value())
                .param("sku", deal.sku().value())
                .param("currency", deal.price().currency().getCurrencyCode())
                .param("people", deal.steps().stream().map(Deal.Step::people).toArray(Integer[]::new))
                .param(
                        "minors",
                        deal.steps().stream().map(step -> step.price().minor()).toArray(Long[]::new))
                .param("size", deal.size())
                .param("minutes", deal.minutes())
                .param("units", deal.units())
                .param("most", deal.most())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Stops an open deal of a shop; false when there is none. */
    boolean stop(DealId id, ShopId shop) {
        return jdbc.sql("""
                update promotion.deal
                   set state = 'stopped'
                 where id = :id
                   and shop = :shop
                   and state = 'open'
                """).param("id", id.value()).param("shop", shop.value()).update() == 1;
    }

    Optional<Deal> find(DealId id) {
        return find(List.of(id)).stream().findFirst();
    }

    List<Deal> find(Collection<DealId> ids) {
        return jdbc.sql(SELECT + "where id = any(:ids)")
                .param("ids", ids.stream().map(DealId::value).toArray(Long[]::new))
                .query(DealStore::deal)
                .list();
    }

    /** Returns what groups can be opened for of a product. */
    List<Deal> open(ProductId product) {
        return jdbc.sql(SELECT + "where product = :product and state = 'open' order by id")
                .param("product", product.value())
                .query(DealStore::deal)
                .list();
    }

    List<Deal> of(ShopId shop, Paging paging) {
        return jdbc.sql(SELECT + "where shop = :shop and id < :before order by id desc limit :rows")
                .param("shop", shop.value())
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query(DealStore::deal)
                .list();
    }

    /** Counts units that are ordered, or go back when below zero; false when not so many are left. */
    boolean take(DealId id, int units) {
        return jdbc.sql("""
                update promotion.deal
                   set taken = taken + :units
                 where id = :id
                   and taken + :units <= units
                """).param("id", id.value()).param("units", units).update() == 1;
    }

    /** Adds units to what a buyer has of a deal; false when that would be more than one may. */
    boolean claim(DealId id, PersonId buyer, int units) {
        return jdbc.sql("""
                insert into promotion.deal_claim as had (deal, buyer, most, units)
                select id, :buyer, most, :units
                  from promotion.deal
                 where id = :id
                   and most >= :units
                on conflict (deal, buyer) do update
                        set units = had.units + excluded.units
                      where had.units + excluded.units <= had.most
                """)
                        .param("id", id.value())
                        .param("buyer", buyer.value())
                        .param("units", units)
                        .update()
                == 1;
    }

    /** Takes units off what a buyer has of a deal. */
    void unclaim(DealId id, PersonId buyer, int units) {
        jdbc.sql("""
                update promotion.deal_claim
                   set units = units - :units
                 where deal = :id
                   and buyer = :buyer
                """)
                .param("id", id.value())
                .param("buyer", buyer.value())
                .param("units", units)
                .update();
    }

    void erase(PersonId buyer) {
        jdbc.sql("delete from promotion.deal_claim where buyer = :buyer")
                .param("buyer", buyer.value())
                .update();
    }

    private static Deal deal(ResultSet row, int number) throws SQLException {
        var people = (Short[]) row.getArray("people").getArray();
        var minors = (Long[]) row.getArray("minors").getArray();
        var steps = new ArrayList<Deal.Step>();
        for (int step = 0; step < people.length; step++) {
            steps.add(new Deal.Step(people[step], Money.of(minors[step], row.getString("currency"))));
        }
        int units = row.getInt("units");
        return new Deal(
                new DealId(row.getLong("id")),
                new ShopId(row.getLong("shop")),
                new ProductId(row.getLong("product")),
                new SkuId(row.getLong("sku")),
                steps,
                row.getInt("minutes"),
                units,
                units - row.getInt("taken"),
                row.getInt("most"),
                Code.parse(Deal.State.class, row.getString("state")));
    }
}
