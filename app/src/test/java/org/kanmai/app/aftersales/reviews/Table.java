package org.kanmai.app.aftersales.reviews;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.OrderId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings what was bought to its buyer's table, where it is judged. */
@Component
class Table {
    private final Street street;
    private final Premiere premiere;
    private final JdbcClient jdbc;

    Table(Street street, Premiere premiere, JdbcClient jdbc) {
        this.street = street;
        this.premiere = premiere;
        this.jdbc = jdbc;
    }

    /** An order of one line, and its two sides. */
    record Meal(Shop shop, Buyer buyer, OrderId order) {

        Answer review(int stars, String words) {
            return buyer.browser().post("/api/me/orders/" + order + "/reviews", """
                    {"line": 0, "stars": %d, "words": "%s"}""".formatted(stars, words));
        }

        String written(int stars, String words) {
            return Street.must(201, review(stars, words)).path("id").asString();
        }

        Answer giveBack(int units) {
            return buyer.browser().post("/api/me/orders/" + order + "/returns", """
                    {"line": 0, "units": %d, "kind": "refund", "reason": "damaged", "words": ""}""".formatted(units));
        }

        Answer agree(String wish) {
            return shop.merchant()
                    .post("/api/me/shop/returns/" + wish + "/answer", "{\"agree\": true, \"backTo\": \"here\"}");
        }
    }

    Meal sent(int port, Shop shop, int units) {
        var buyer = street.buyer(port);
        var placed = Street.must(201, Street.order(buyer, shop.sku(), units));
        street.pay(port, placed);
        var order = Street.id(placed);
        Street.must(200, shop.merchant().post("/api/me/shop/orders/" + order + "/shipment", """
                        {"carrier": "SF", "number": "SF12345"}"""));
        return new Meal(shop, buyer, order);
    }

    Meal received(int port, Shop shop, int units) {
        var meal = sent(port, shop, units);
        Street.must(200, meal.buyer.browser().post("/api/me/orders/" + meal.order + "/receipt", ""));
        return meal;
    }

    Meal received(int port) {
        return received(port, street.shop(port, 20), 1);
    }

    /** Has an operator decide the open review of what somebody wrote. */
    Answer decide(int port, String id, boolean approve) {
        return decide(premiere.operator(port).browser(), Objects.requireNonNull(open(id)), approve);
    }

    Answer decide(Browser operator, long review, boolean approve) {
        return operator.post(
                "/api/reviews/" + review + "/decision",
                approve ? "{\"approve\": true}" : "{\"approve\": false, \"violation\": \"vulgar\"}");
    }

    /** Returns the open review of what somebody wrote. */
    @Nullable
    Long open(String id) {
        return jdbc.sql("""
                select id from governance.review where kind = 'product-review' and subject = :id and state = 'open'
                """)
                .param("id", Long.parseLong(id))
                .query((row, number) -> row.getLong("id"))
                .optional()
                .orElse(null);
    }
}
