package org.kanmai.app.affiliate;

import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.kanmai.app.TestClock;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.app.web.Role;
import org.kanmai.facts.Ids;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.WorkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Shops that promise a commission, creators who sell for them, and people who buy by their works. */
@Component
public class Deal {
    private static final Currency YUAN = Currency.getInstance("CNY");

    private final Street street;
    private final Premiere premiere;
    private final Cast cast;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final TestClock clock;
    private final Map<OrderId, JsonNode> placed = new ConcurrentHashMap<>();

    Deal(Street street, Premiere premiere, Cast cast, Ledger ledger, JdbcClient jdbc, Ids ids, TestClock clock) {
        this.street = street;
        this.premiere = premiere;
        this.cast = cast;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** A creator with a published work. */
    public record Seller(Player player, WorkId work) {}

    public Seller seller(int port, String title) {
        var player = premiere.player(port, "wang");
        cast.become(player.handle(), Role.VIEWER, Role.CREATOR);
        player.browser().signIn(player.handle(), Browser.PASSWORD);
        return new Seller(player, premiere.published(player, premiere.operator(port), title, ""));
    }

    /** Has an agency offer a contract and the creator accept it. */
    public void sign(Seller agency, Seller creator, int perMille) {
        var offered = Street.must(201, agency.player.browser().post("/api/me/contracts", """
                {"handle": "%s", "perMille": %d}""".formatted(
                        creator.player.handle(), perMille)));
        var answer = "/api/me/contracts/" + offered.path("id").asString() + "/answer";
        Street.must(204, creator.player.browser().put(answer, "{\"accepted\": true}"));
    }

    /** Promises terms and lets the time pass until they hold. */
    public void promise(Shop shop, String steps) {
        Street.must(
                200,
                shop.merchant().put("/api/me/shop/alliance/" + shop.product(), "{\"steps\": %s}".formatted(steps)));
        clock.forward(Duration.ofMinutes(3));
    }

    /** Places an order that the card of a work led to. */
    public OrderId ordered(Buyer buyer, Shop shop, int units, WorkId work) {
        return led(Street.must(201, Street.order(buyer, shop.sku(), units)), work);
    }

    /** Has the card of a work lead to an order that was placed. */
    public OrderId led(JsonNode answer, WorkId work) {
        var order = Street.id(answer);
        led(order, work);
        placed.put(order, answer);
        return order;
    }

    /** Pays an order that was placed here. */
    public void pay(int port, OrderId order) {
        street.pay(port, Objects.requireNonNull(placed.get(order)));
    }

    /** Places and pays an order that the card of a work led to. */
    public OrderId bought(int port, Buyer buyer, Shop shop, int units, WorkId work) {
        var order = ordered(buyer, shop, units, work);
        pay(port, order);
        return order;
    }

    private void led(OrderId order, WorkId work) {
        jdbc.sql("update trade.line set exposure = :exposure, shown_kind = 'work', shown = :work where orders = :order")
                .param("exposure", ids.next())
                .param("work", work.value())
                .param("order", order.value())
                .update();
    }

    public long held(PersonId person) {
        return ledger.balance(Account.held(person), YUAN).minor();
    }

    public long free(PersonId person) {
        return ledger.balance(Account.free(person), YUAN).minor();
    }

    public long held(Shop shop) {
        return ledger.balance(Account.held(ShopId.parse(shop.id())), YUAN).minor();
    }

    public long free(Shop shop) {
        return ledger.balance(Account.free(ShopId.parse(shop.id())), YUAN).minor();
    }

    /** What the platform has of orders; of all orders it changes whenever the time of any is over. */
    public long fees(OrderId... orders) {
        return of(Account.fees(), orders);
    }

    /** What the site has given to the price of orders, below zero. */
    public long promoted(OrderId... orders) {
        return of(Account.promotion(), orders);
    }

    private long of(Account account, OrderId... orders) {
        return Stream.of(orders)
                .flatMap(order -> ledger.about(order.value()).stream())
                .flatMap(entry -> entry.postings().stream())
                .filter(posting -> posting.account().equals(account))
                .mapToLong(posting -> posting.amount().minor())
                .sum();
    }
}
