package org.kanmai.app.catalog.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.catalog.Stall;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.trade.orders.Street;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A merchant's files: looked through first, carried out product by product, once. */
@KanmaiTest
class SheetsTests {
    private static final String NAMES = "product,title,description,option 1,value 1,code,price,currency,stock\n";
    private static final String FILE = NAMES + """
            tea,明前龙井,A fine tea,规格,50 克,L50,99.00,CNY,5
            tea,,,,100 克,L100,188.00,CNY,0
            ,Cup,White,,,,12.5,,8
            pot,Pot,国家级工艺,,,,80,,1
            pan,Pan,,,,,8.001,,1
            pan2,Pan two,,size,S,,8,,1
            pan2,,,,L,,x,,1
            P12,Nobody's,,,,,8,,1
            """;

    private final Stall stall;
    private final JdbcClient jdbc;
    private final int port;

    SheetsTests(Stall stall, JdbcClient jdbc, @LocalServerPort int port) {
        this.stall = stall;
        this.jdbc = jdbc;
        this.port = port;
    }

    private static JsonNode sent(Browser merchant, String content) {
        return Street.must(201, merchant.post("/api/me/shop/sheets?name=goods.csv", content));
    }

    private static String path(JsonNode sheet) {
        return "/api/me/shop/sheets/" + sheet.path("id").asString();
    }

    private static JsonNode products(Browser merchant) {
        return Street.must(200, merchant.get("/api/me/products")).path("items");
    }

    @Test
    void lookingChangesNothingAndNamesForEachLineWhatIsWrong() {
        var merchant = stall.merchant(port);
        var sheet = sent(merchant, FILE);
        assertThat(sheet.path("state").asString()).isEqualTo("checked");
        assertThat(sheet.path("ready").asInt()).isEqualTo(3);
        assertThat(products(merchant)).isEmpty();
        var refused = Street.must(200, merchant.get(path(sheet) + "/lines?outcome=refused"))
                .path("items");
        assertThat(refused.valueStream()
                        .map(line -> line.path("line").asInt() + " "
                                + line.at("/fault/field").asString() + " "
                                + line.at("/fault/kind").asString()))
                .containsExactly(
                        "5 description advertising",
                        "6 price wrong",
                        "7 product with-its-product",
                        "8 price wrong",
                        "9 product unknown");
        assertThat(refused.at("/0/fault/detail").asString()).isEqualTo("国家级|absolute|9(3)");
        assertThat(refused.at("/0/fault/place").asInt()).isZero();
        assertThat(merchant.get(path(sheet) + "/report").body()).contains("price,wrong");
    }

    @Test
    void whatIsRightIsMadeOnceHoweverOftenItIsCarriedOut() throws Exception {
        var merchant = stall.merchant(port);
        var sheet = sent(merchant, FILE);
        Callable<Browser.Answer> apply = () -> merchant.post(path(sheet) + "/application", "");
        try (var two = Executors.newFixedThreadPool(2)) {
            for (var answer : two.invokeAll(List.of(apply, apply))) {
                Street.must(200, answer.get());
            }
        }
        var done = Street.must(200, merchant.get(path(sheet)));
        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(done.path("made").asInt()).isEqualTo(3);
        assertThat(products(merchant)).hasSize(2);
        var tea = products(merchant)
                .valueStream()
                .filter(each -> each.path("title").asString().equals("明前龙井"))
                .findFirst()
                .orElseThrow();
        assertThat(tea.at("/skus/1/price/minor").asLong()).isEqualTo(18_800);
        assertThat(tea.path("state").asString()).isEqualTo("draft");

        assertThat(sent(merchant, FILE).path("id")).isEqualTo(sheet.path("id"));
        Street.must(200, merchant.post(path(sheet) + "/application", ""));
        assertThat(products(merchant)).hasSize(2);
    }

    @Test
    void whatBrokeOffGoesOnWithTheRest() {
        var merchant = stall.merchant(port);
        var sheet = sent(merchant, NAMES + "a,Cup one,,,,,1,,1\nb,Cup two,,,,,1,,1\n");
        Street.must(200, merchant.post(path(sheet) + "/application", ""));
        long id = Long.parseLong(sheet.path("id").asString());
        jdbc.sql("update catalog.sheet set state = 'applying', content = :content where id = :id")
                .param("content", (NAMES + "a,Cup one,,,,,1,,1\nb,Cup two,,,,,1,,1\n").getBytes(UTF_8))
                .param("id", id)
                .update();
        jdbc.sql("update catalog.sheet_line set outcome = 'ready', made = null where sheet = :id and line = 3")
                .param("id", id)
                .update();
        Street.must(200, merchant.post(path(sheet) + "/application", ""));
        assertThat(products(merchant)
                        .valueStream()
                        .map(each -> each.path("title").asString()))
                .containsExactly("Cup two", "Cup two", "Cup one");
    }

    @Test
    void pricesAndStockOfWhatIsListedChangeAndItsWordsDoNot() {
        var merchant = stall.merchant(port);
        var made = sent(merchant, NAMES + "a,Spring tea,Fine,,,,19.90,,5\n");
        Street.must(200, merchant.post(path(made) + "/application", ""));
        long product = products(merchant).at("/0/id").asLong();
        jdbc.sql("update catalog.product set state = 'listed' where id = :id")
                .param("id", product)
                .update();
        var other = sent(merchant, NAMES + "P" + product + ",Winter tea,Fine,,,,18.80,,7\n");
        assertThat(other.path("refused").asInt()).isOne();
        var same = sent(merchant, NAMES + "P" + product + ",Spring tea,Fine,,,,18.80,,7\n");
        assertThat(same.path("ready").asInt()).isOne();
        Street.must(200, merchant.post(path(same) + "/application", ""));
        var now = products(merchant).get(0);
        assertThat(now.at("/skus/0/price/minor").asLong()).isEqualTo(1_880);
        assertThat(now.at("/skus/0/free").asInt()).isEqualTo(7);
        assertThat(now.path("state").asString()).isEqualTo("listed");
    }

    @Test
    void whatGoesOutComesInAndChangesNothing() {
        var merchant = stall.merchant(port);
        var made = sent(merchant, FILE);
        Street.must(200, merchant.post(path(made) + "/application", ""));
        var before = products(merchant);
        var file = merchant.get("/api/me/shop/sheets/products").body();
        var again = sent(merchant, file);
        assertThat(again.path("refused").asInt()).as(file).isZero();
        Street.must(200, merchant.post(path(again) + "/application", ""));
        var after = products(merchant);
        assertThat(after).hasSize(before.size());
        for (int at = 0; at < before.size(); at++) {
            assertThat(after.get(at).path("skus")).isEqualTo(before.get(at).path("skus"));
            assertThat(after.get(at).path("title")).isEqualTo(before.get(at).path("title"));
        }
    }

    @Test
    void attributesOfACategoryComeInWithTheirProductAndGoOutAgain() {
        var merchant = stall.merchant(port);
        var names =
                "product,title,price,stock,category,attribute: Origin,attribute: Shelf life (days),attribute: Kind of tea\n";
        var wrong = sent(merchant, names + "a,Tea,1,1,Tea,Anji,540,Purple\n");
        var fault = Street.must(200, merchant.get(path(wrong) + "/lines")).at("/items/0/fault");
        assertThat(fault.path("kind").asString()).isEqualTo("attribute-value");
        assertThat(fault.path("detail").asString()).startsWith("茶类|Kind of tea|choice|绿茶、");
        var made = sent(merchant, names + "a,Tea,1,1,Food and drink > Tea,Anji,540,Green\n");
        Street.must(200, merchant.post(path(made) + "/application", ""));
        var product = products(merchant).at("/0/id").asString();
        var placed = Street.must(200, merchant.get("/api/me/products/" + product + "/category"));
        assertThat(placed.path("category").asInt()).isEqualTo(2);
        assertThat(placed.at("/attributes/3").asString()).isEqualTo("绿茶");
        jdbc.sql("update catalog.product set state = 'listed' where id = :id")
                .param("id", Long.parseLong(product))
                .update();
        var file = merchant.get("/api/me/shop/sheets/products").body();
        var again = sent(merchant, file);
        assertThat(again.path("refused").asInt()).as(file).isZero();
        var other = sent(merchant, "product,title,price,stock,attribute: Origin\nP" + product + ",Tea,1,1,Hunan\n");
        assertThat(Street.must(200, merchant.get(path(other) + "/lines"))
                        .at("/items/0/fault/kind")
                        .asString())
                .isEqualTo("listed");
    }

    @Test
    void aFileIsItsShopsAlone() {
        var sheet = sent(stall.merchant(port), FILE);
        var other = stall.merchant(port);
        assertThat(other.get(path(sheet)).status()).isEqualTo(404);
        assertThat(other.post(path(sheet) + "/application", "").status()).isEqualTo(404);
        assertThat(other.delete(path(sheet), "").status()).isEqualTo(404);
    }

    @Test
    void forbiddenWordsAreNamedWhenAProductIsSaved() {
        var answer = stall.merchant(port).post("/api/products", """
                {"title": "Tea", "description": "全网最低价", "skus": [{"price": {"minor": 1, "currency": "CNY"}, "stock": 1}]}""");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.type()).isEqualTo("/problems/advertising-words");
        assertThat(answer.json().at("/words/0/word").asString()).isEqualTo("全网最低");
        assertThat(answer.json().at("/words/0/article").asString()).isEqualTo("9(3)");
    }
}
