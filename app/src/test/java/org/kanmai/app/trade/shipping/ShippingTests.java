package org.kanmai.app.trade.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.OrderId;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Sending many orders by a file: each line is reported, and all are sent or none. */
@KanmaiTest
class ShippingTests {
    private static final String NAMES = "order,carrier,number\n";

    private final Street street;
    private final int port;

    ShippingTests(Street street, @LocalServerPort int port) {
        this.street = street;
        this.port = port;
    }

    private OrderId paid(Shop shop, Buyer buyer) {
        var placed = street.placed(buyer, shop);
        street.pay(port, placed);
        return Street.id(placed);
    }

    private static JsonNode send(Shop shop, String lines) {
        return Street.must(200, shop.merchant().post("/api/me/shop/shipments", NAMES + lines));
    }

    private static List<String> outcomes(JsonNode report) {
        var outcomes = new ArrayList<String>();
        report.path("lines").forEach(line -> outcomes.add(line.path("outcome").asString()));
        return outcomes;
    }

    @Test
    void aFileIsSentAsAWholeAndCanBeSentAgain() {
        var shop = street.shop(port, 9);
        var buyer = street.buyer(port);
        var first = paid(shop, buyer);
        var second = paid(shop, buyer);
        var lines = "#%s,SF,SF10001\n%s,Sandbox Express,SB%s\n".formatted(first, second, second);
        var report = send(shop, lines);
        assertThat(report.path("done").asBoolean()).isTrue();
        assertThat(report.path("sent").asInt()).isEqualTo(2);
        assertThat(Street.state(buyer, first)).isEqualTo("shipped");
        assertThat(Street.state(buyer, second)).isEqualTo("shipped");
        var again = send(shop, lines);
        assertThat(outcomes(again)).containsExactly("already", "already");
        assertThat(again.path("sent").asInt()).isZero();
    }

    @Test
    void oneWrongLineHoldsAllBackAndEachLineSaysWhatIsWrong() {
        var shop = street.shop(port, 9);
        var buyer = street.buyer(port);
        var fine = paid(shop, buyer);
        var unpaid = Street.id(street.placed(buyer, shop));
        var others = paid(street.shop(port, 9), buyer);
        var taken = paid(shop, street.buyer(port));
        send(shop, taken + ",Sandbox Express,SB-" + taken);
        var report = send(shop, """
                %s,SF,SF10001
                %s,SF,SF10002
                %s,SF,SF10003
                %s,SF,SF10004
                12,SF,SF10005
                drop table,SF,SF10006
                %s,=cmd|calc,SF10007
                """.formatted(fine, fine, unpaid, others, paid(shop, buyer)));
        assertThat(outcomes(report))
                .containsExactly(
                        "sent",
                        "twice",
                        "not-waiting",
                        "no-such-order",
                        "no-such-order",
                        "no-such-order",
                        "bad-carrier");
        assertThat(report.path("done").asBoolean()).isFalse();
        assertThat(report.path("sent").asInt()).isZero();
        assertThat(Street.state(buyer, fine)).isEqualTo("paid");
        assertThat(outcomes(send(shop, fine + ",Sandbox Express,SB-" + taken))).containsExactly("number-taken");
        assertThat(outcomes(send(shop, fine + ",SF,=1+1"))).containsExactly("bad-number");
    }

    @Test
    void whatWaitsIsListedPageByPageAndInTheFileToFillIn() {
        var shop = street.shop(port, 9);
        var buyer = street.buyer(port);
        var orders = List.of(paid(shop, buyer), paid(shop, buyer), paid(shop, buyer));
        var page = Street.must(200, shop.merchant().get("/api/me/shop/unsent?limit=2"));
        assertThat(page.path("items")).hasSize(2);
        assertThat(page.at("/items/0/id").asString()).isEqualTo(orders.get(2).toString());
        assertThat(page.at("/items/0/by").asString()).isNotBlank();
        var rest = shop.merchant()
                .get("/api/me/shop/unsent?limit=2&cursor=" + page.path("next").asString());
        assertThat(Street.must(200, rest).path("items")).hasSize(1);
        var file = shop.merchant().get("/api/me/shop/unsent/file").body();
        assertThat(file).startsWith("\uFEFForder,carrier,number").contains("\"#" + orders.getFirst() + "\"");
        var filled = file.replace(",,,", ",SF,SF-MANY,");
        assertThat(ShipmentFile.read(filled.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .hasSize(3);
        send(shop, orders.getFirst() + ",SF,SF10001");
        assertThat(Street.must(200, shop.merchant().get("/api/me/shop/unsent")).path("items"))
                .hasSize(2);
    }

    @RepeatedTest(10)
    @Tag("deep")
    void overAndOverAgain() throws InterruptedException, ExecutionException {
        race();
    }

    @Test
    void twoFilesAtOnceSendEachOrderOnce() throws InterruptedException, ExecutionException {
        race();
    }

    private void race() throws InterruptedException, ExecutionException {
        var shop = street.shop(port, 9);
        var buyer = street.buyer(port);
        var orders = List.of(paid(shop, buyer), paid(shop, buyer), paid(shop, buyer));
        var forth = new StringBuilder();
        var back = new StringBuilder();
        orders.forEach(order -> forth.append(order).append(",SF,SF-FORTH\n"));
        orders.reversed().forEach(order -> back.append(order).append(",SF,SF-BACK\n"));
        int sent = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Callable<JsonNode>> calls =
                    List.of(() -> send(shop, forth.toString()), () -> send(shop, back.toString()));
            for (Future<JsonNode> each : threads.invokeAll(calls)) {
                sent += each.get().path("sent").asInt();
            }
        }
        assertThat(sent).isEqualTo(3);
        var numbers = orders.stream()
                .map(order -> Street.seen(buyer, order).at("/parcel/number").asString())
                .distinct();
        assertThat(numbers).hasSize(1);
    }
}
