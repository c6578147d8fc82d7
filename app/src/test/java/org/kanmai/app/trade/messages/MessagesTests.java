package org.kanmai.app.trade.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.notices.Postman;
import org.kanmai.app.trade.orders.Street;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A shop's own words, from its desk to its buyer's inbox. */
@KanmaiTest
class MessagesTests {
    private static final String HERE = "/api/me/shop/messages";

    private final Street street;
    private final Postman postman;
    private final int port;

    MessagesTests(Street street, Postman postman, @LocalServerPort int port) {
        this.street = street;
        this.postman = postman;
        this.port = port;
    }

    private static String template(String chinese, String english) {
        return """
                {"chinese": "%s", "english": "%s"}""".formatted(chinese, english);
    }

    @Test
    void aBuyerReadsTheWordsOfTheShopAndTheProductsOwnOnceTheyAreTakenBack() {
        var shop = street.shop(port, 9);
        var buyer = street.buyer(port);
        var wish = template("已收到{实付金额}，马上发货", "We have {total}; {product} is packed now");
        assertThat(Street.must(200, shop.merchant().post(HERE + "/paid/preview", wish))
                        .path("order")
                        .isNull())
                .isTrue();
        Street.must(200, shop.merchant().put(HERE + "/paid", wish));
        var placed = street.placed(buyer, shop);
        street.pay(port, placed);
        assertThat(postman.kinds(buyer.browser(), 2)).contains("order-paid");
        var paid = Postman.inbox(buyer.browser()).stream()
                .filter(line -> line.path("kind").asString().equals("order-paid"))
                .findFirst()
                .orElseThrow();
        assertThat(paid.at("/words/chinese").asString()).isEqualTo("已收到¥19.90，马上发货");
        assertThat(paid.at("/words/english").asString()).isEqualTo("We have CN¥19.90; 明前龙井 is packed now");
        assertThat(paid.at("/words/by").asString()).isNotBlank();
        assertThat(Postman.inbox(buyer.browser()).stream()
                        .filter(line -> line.path("words").isNull()))
                .hasSize(1);
        var preview = Street.must(
                200, shop.merchant().post(HERE + "/return-refunded/preview", template("退{退款金额}", "{amount}")));
        assertThat(preview.path("order").asString()).isEqualTo(Street.id(placed).toString());
        assertThat(preview.path("chinese").asString()).isEqualTo("退¥19.90");
        Street.must(204, shop.merchant().delete(HERE + "/paid", ""));
        assertThat(Postman.inbox(buyer.browser()))
                .allSatisfy(line -> assertThat(line.path("words").isNull()).isTrue());
    }

    @Test
    void whatTheLawForbidsAndWhatSaysNothingIsNamedAndNotKept() {
        var shop = street.shop(port, 9);
        var wrong = shop.merchant().put(HERE + "/paid", template("{买家}，谢谢", "Thank you"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.type()).endsWith("unknown-placeholder");
        assertThat(wrong.json().path("placeholder").asString()).isEqualTo("{买家}");
        var forbidden = shop.merchant().put(HERE + "/paid", template("全国第一的茶", "Tea"));
        assertThat(forbidden.type()).endsWith("advertising-words");
        assertThat(forbidden.json().at("/words/0/field").asString()).isEqualTo("chinese");
        assertThat(forbidden.json().at("/words/0/article").asString()).isNotBlank();
        Street.must(200, shop.merchant().get(HERE))
                .path("items")
                .forEach(line -> assertThat(line.path("own").isNull()).isTrue());
    }
}
