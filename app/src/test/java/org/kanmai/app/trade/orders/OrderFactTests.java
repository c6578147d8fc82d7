package org.kanmai.app.trade.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.river.Logged;
import org.kanmai.app.river.Spectator;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.facts.Conversion;
import org.kanmai.facts.Converted;
import org.kanmai.facts.Pseudonym;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What buying leaves on the log and in the database, and what of it is left of a person who goes. */
@KanmaiTest
class OrderFactTests {
    private final Street street;
    private final Premiere premiere;
    private final Cast cast;
    private final Logged logged;
    private final JdbcClient jdbc;
    private final int port;

    OrderFactTests(
            Street street, Premiere premiere, Cast cast, Logged logged, JdbcClient jdbc, @LocalServerPort int port) {
        this.street = street;
        this.premiere = premiere;
        this.cast = cast;
        this.logged = logged;
        this.jdbc = jdbc;
        this.port = port;
    }

    private Pseudonym pseudonym(Buyer buyer) {
        var handle = buyer.browser().get("/api/me").json().at("/person/handle").asString();
        return new Pseudonym(cast.pseudonym(cast.id(handle)));
    }

    @Test
    @Tag("DX-01")
    void everyStepFromTheCartToTheRefundLeadsBackToTheExposure() {
        var shop = street.shop(port, 5);
        var buyer = street.buyer(port);
        premiere.published(premiere.player(port, "chen"), premiere.operator(port), "茶", "");
        var item = await().until(
                        () -> new Spectator(buyer.browser()).page("count=1").at("/items/0"),
                        each -> !each.isMissingNode());
        var token = Map.of("Item-Token", item.path("token").asString());
        Street.must(200, buyer.browser().call("PUT", "/api/me/cart/" + shop.sku(), "{\"units\": 1}", token));
        var quote = Street.quote(buyer, shop.sku(), 1).path("id").asString();
        var placed = Street.must(201, Street.order(buyer, UUID.randomUUID().toString(), quote, shop.sku(), 1));
        street.pay(port, placed);
        Street.must(200, buyer.browser().post("/api/me/orders/" + Street.id(placed) + "/cancellation", ""));

        var told = await().until(() -> logged.facts(pseudonym(buyer), Converted.class), facts -> facts.size() >= 4);
        assertThat(told)
                .extracting(Converted::conversion)
                .containsExactly(Conversion.CARTED, Conversion.ORDERED, Conversion.PAID, Conversion.REFUNDED);
        assertThat(told).allSatisfy(fact -> {
            assertThat(fact.exposure()).hasToString(item.path("exposure").asString());
            assertThat(fact.shown())
                    .isNotNull()
                    .satisfies(work -> assertThat(work.id())
                            .hasToString(item.at("/work/id").asString()));
            assertThat(fact.product()).hasToString(shop.product());
        });
        assertThat(told).extracting(fact -> fact.spend().isEmpty()).containsExactly(true, true, false, false);
    }

    @Test
    void whoGoesIsTiedToNoExposureAnyMoreAndGetsBackWhatWasNotSent() {
        var shop = street.shop(port, 2);
        var buyer = street.buyer(port);
        var paid = street.placed(buyer, shop);
        street.pay(port, paid);
        var unpaid = street.placed(buyer, shop);
        var gone = buyer.browser().delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD));
        assertThat(gone.status()).as(gone.body()).isEqualTo(204);
        for (var id : new long[] {Street.id(paid).value(), Street.id(unpaid).value()}) {
            assertThat(number("select count(*) from trade.line where orders = :id and pseudonym is not null", id))
                    .isZero();
            assertThat(number("select count(*) from trade.orders where id = :id and address is not null", id))
                    .isZero();
        }
        assertThat(number(
                        "select count(*) from trade.orders where id = :id and state = 'refunded'",
                        Street.id(paid).value()))
                .isOne();
        assertThat(number(
                        "select count(*) from trade.orders where id = :id and state = 'closed'",
                        Street.id(unpaid).value()))
                .isOne();
        assertThat(number("select count(*) from trade.address where id = :id", Long.parseLong(buyer.address())))
                .isZero();
    }

    private long number(String sql, long id) {
        return jdbc.sql(sql).param("id", id).query(Long.class).single();
    }

    @Test
    @Tag("EC-05")
    void fromPlacementToPaidThereAreTenStatementsAtMost() {
        var shop = street.shop(port, 9);
        var buyer = street.buyer(port);
        street.pay(port, street.placed(buyer, shop));
        var quote = Street.quote(buyer, shop.sku(), 1).path("id").asString();
        var key = UUID.randomUUID().toString();
        var told = "PAID %s 0 1990 CNY " + UUID.randomUUID();
        var statements = new ListAppender<ILoggingEvent>();
        var template = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        statements.start();
        template.addAppender(statements);
        template.setLevel(Level.DEBUG);
        try {
            var placed = Street.must(201, Street.order(buyer, key, quote, shop.sku(), 1));
            assertThat(Street.notify(port, told.formatted(Street.payment(placed)), "signed")
                            .status())
                    .isEqualTo(204);
        } finally {
            template.setLevel(null);
            template.detachAppender(statements);
        }
        assertThat(statements.list.stream()
                        .filter(event -> event.getThreadName().startsWith("tomcat-handler"))
                        .map(ILoggingEvent::getFormattedMessage)
                        .filter(message -> message.startsWith("Executing prepared SQL statement")))
                .as("statements; those of the relay and of what happens at intervals are not the order's")
                .hasSizeLessThanOrEqualTo(10);
    }
}
