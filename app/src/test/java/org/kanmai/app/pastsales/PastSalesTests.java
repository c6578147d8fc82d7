package org.kanmai.app.pastsales;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.catalog.Stall;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.facts.ShopId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A shop brings along what it sold elsewhere: once, to the cent, and what it cancelled is found. */
@KanmaiTest
class PastSalesTests {
    private static final Currency POUND = Currency.getInstance("GBP");
    private static final String NAMES =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final String MONTH = NAMES + """
            1001,TEA,Spring tea,6,2010-12-01 08:26:00,2.50,anna,United Kingdom
            1001,CUP,Cup,2,2010-12-01 08:26:00,4.00,anna,United Kingdom
            1002,TEA,Spring tea,3,2010-12-02 09:00:00,2.60,anna,United Kingdom
            1003,TEA,Spring tea,9,2010-12-03 09:00:00,2.50,ben,France
            C1004,TEA,Spring tea,-4,2010-12-04 10:00:00,2.60,anna,United Kingdom
            C1005,TEA,Spring tea,-1,2010-11-30 10:00:00,2.50,anna,United Kingdom
            C1006,CUP,Cup,-1,2010-12-05 10:00:00,4.00,,United Kingdom
            A1007,B,Adjust bad debt,1,2010-12-06 10:00:00,-10.00,,United Kingdom
            1008,TEA,damaged,-7,2010-12-06 11:00:00,0.0,,United Kingdom
            """;

    private final Stall stall;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final int port;

    PastSalesTests(Stall stall, Ledger ledger, JdbcClient jdbc, @LocalServerPort int port) {
        this.stall = stall;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.port = port;
    }

    private static Answer send(Browser merchant, String key, String content) {
        return merchant.put(
                "/api/me/shop/past-sales/" + key + "?name=month.csv&currency=GBP&zone=Europe/London", content);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private long turnover(Browser merchant) {
        var shop = Street.must(200, merchant.get("/api/me/shop")).path("id").asString();
        return ledger.balance(Account.turnover(ShopId.parse(shop)), POUND).minor();
    }

    private static void addsUp(JsonNode report) {
        assertThat(report.at("/kinds/0/total/minor").asLong()).isEqualTo(1_500 + 800 + 780 + 2_250);
        assertThat(report.at("/kinds/1/total/minor").asLong()).isEqualTo(-1_040 - 250 - 400);
        assertThat(report.at("/kinds/2/total/minor").asLong()).isEqualTo(-1_000);
        assertThat(report.at("/net/minor").asLong()).isEqualTo(2_640);
        assertThat(report.at("/refused/0/reason").asString()).isEqualTo("stock-correction");
        assertThat(report.at("/refused/0/lines").asInt()).isOne();
        assertThat(report.path("state").asString()).isEqualTo("done");
        assertThat(report.path("customers").asInt()).isEqualTo(2);
    }

    @Test
    void addsUpToTheCentInItsListAndInTheLedgerAndAgainChangesNothing() {
        var merchant = stall.merchant(port);
        var key = key();
        addsUp(Street.must(200, send(merchant, key, MONTH)));
        assertThat(turnover(merchant)).isEqualTo(2_640);
        addsUp(Street.must(200, send(merchant, key, MONTH)));
        assertThat(turnover(merchant)).isEqualTo(2_640);

        var again = Street.must(200, send(merchant, key(), MONTH));
        assertThat(again.at("/net/minor").asLong()).isZero();
        assertThat(again.path("refused").toString()).contains("already-brought");
        assertThat(turnover(merchant)).isEqualTo(2_640);
        assertThat(Street.must(200, merchant.get("/api/me/shop/past-sales"))
                        .path("items")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void whatWasCancelledIsFoundAtItsPriceFirstAndWhatIsNotFoundIsListed() {
        var merchant = stall.merchant(port);
        var key = key();
        var report = Street.must(200, send(merchant, key, MONTH));
        assertThat(report.path("unmatched").asInt()).isEqualTo(2);
        var listed = Street.must(200, merchant.get("/api/me/shop/past-sales/" + key + "/unmatched"));
        assertThat(listed.path("items")
                        .valueStream()
                        .map(each -> each.path("number").asString()))
                .containsExactly("C1006", "C1005");
        assertThat(listed.at("/items/0/known").asBoolean()).isFalse();
        assertThat(jdbc.sql("""
                        select sale.row || ':' || match.units
                          from pastsales.match
                          join pastsales.line sale on sale.id = match.sale
                          join pastsales.import on import.id = sale.import
                         where import.key = :key
                         order by sale.row
                        """).param("key", key).query(String.class).list()).containsExactly("1:1", "3:3");
    }

    @Test
    void noCodeOfACustomerIsKept() {
        var merchant = stall.merchant(port);
        Street.must(200, send(merchant, key(), MONTH));
        assertThat(jdbc.sql("""
                        select count(*)
                          from pastsales.invoice
                         where encode(customer, 'escape') like '%anna%'
                            or length(customer) <> 32
                        """).query(Integer.class).single()).isZero();
    }

    @Test
    void customersAreForgottenForGoodAndSumsStay() {
        var merchant = stall.merchant(port);
        var key = key();
        Street.must(200, send(merchant, key, MONTH));
        assertThat(merchant.delete("/api/me/shop/past-sales/customers", "").status())
                .isEqualTo(204);
        var report = Street.must(200, merchant.get("/api/me/shop/past-sales/" + key));
        assertThat(report.path("customers").asInt()).isZero();
        assertThat(report.at("/net/minor").asLong()).isEqualTo(2_640);
    }

    @Test
    void whatBrokeOffGoesOnAndAnotherFileUnderItsNameIsRefused() {
        var merchant = stall.merchant(port);
        var key = key();
        var long1 = rows(1, SalesFile.PART + 500);
        assertThat(send(merchant, key, NAMES + long1 + "9,\"broken").status()).isEqualTo(422);
        assertThat(Street.must(200, merchant.get("/api/me/shop/past-sales/" + key))
                        .path("rows")
                        .asInt())
                .isEqualTo(SalesFile.PART);
        assertThat(turnover(merchant)).isEqualTo(SalesFile.PART * 100L);
        assertThat(send(merchant, key, NAMES + rows(2, 600)).type()).endsWith("another-file");
        Street.must(200, send(merchant, key, NAMES + long1));
        assertThat(turnover(merchant)).isEqualTo((SalesFile.PART + 500) * 100L);
    }

    @Test
    void fourAtOnceBringItOnce() throws Exception {
        var merchant = stall.merchant(port);
        var key = key();
        var file = NAMES + rows(1, 2 * SalesFile.PART + 100);
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Answer> sending = () -> send(merchant, key, file);
            for (var answer : threads.invokeAll(java.util.List.of(sending, sending, sending, sending))) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }
        assertThat(turnover(merchant)).isEqualTo((2 * SalesFile.PART + 100) * 100L);
    }

    /** Lines of 1.00 each, seven of a number. */
    private static String rows(int first, int count) {
        return IntStream.range(0, count)
                .mapToObj(row -> "%d,TEA,Tea,1,2010-12-01 08:26:00,1.00,c%d,France\n"
                        .formatted(first * 100_000 + row / 7, row % 50))
                .collect(Collectors.joining());
    }

    @Test
    void whatIsNoKeyNoCurrencyOrNoZoneIsRefused() {
        var merchant = stall.merchant(port);
        assertThat(send(merchant, "Not%20a%20key", MONTH).status()).isEqualTo(422);
        var path = "/api/me/shop/past-sales/" + key();
        assertThat(merchant.put(path + "?name=a&currency=XXX&zone=UTC", MONTH).status())
                .isEqualTo(422);
        assertThat(merchant.put(path + "?name=a&currency=GBP&zone=Nowhere/Land", MONTH)
                        .status())
                .isEqualTo(422);
        assertThat(merchant.put(path + "?name=&currency=GBP&zone=UTC", MONTH).status())
                .isEqualTo(422);
        assertThat(merchant.get(path).status()).isEqualTo(404);
    }
}
