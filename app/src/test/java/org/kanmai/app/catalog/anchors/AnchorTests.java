package org.kanmai.app.catalog.anchors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.PersonId;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Products in works, from the creator's choice to the feed. */
@KanmaiTest
@Tag("EC-04")
class AnchorTests {
    private final Street street;
    private final Premiere premiere;
    private final int port;

    AnchorTests(Street street, Premiere premiere, @LocalServerPort int port) {
        this.street = street;
        this.premiere = premiere;
        this.port = port;
    }

    private static Player player(Shop shop) {
        var me = shop.merchant().get("/api/me").json().path("person");
        return new Player(
                me.path("handle").asString(), PersonId.parse(me.path("id").asString()), shop.merchant());
    }

    private static String wish(Shop shop, String moment) {
        return "{\"products\": [{\"product\": \"%s\", \"atMillis\": %s}]}".formatted(shop.product(), moment);
    }

    @Test
    void whoHasAShopShowsItsProductsAndViewersSeeThemInTheFeed() {
        var shop = street.shop(port, 5);
        var mei = player(shop);
        var work = premiere.published(mei, premiere.operator(port), "龙井", "");
        var path = "/api/me/works/" + work + "/products";
        var shown = Street.must(200, shop.merchant().put(path, wish(shop, "1200")));
        assertThat(shown.at("/items/0/product/title").asString()).isEqualTo("明前龙井");
        var stranger = new Browser(port);
        var seen = Street.must(200, stranger.get("/api/works/" + work + "/products"));
        assertThat(seen.at("/items/0/atMillis").asInt()).isEqualTo(1200);
        assertThat(seen.at("/items/0/shop/id").asString()).isEqualTo(shop.id());

        var follower = Browser.of(port, Cast.handle("fan"));
        follower.put("/api/people/" + mei.handle() + "/follow", "");
        var item = await().until(
                        () -> Street.must(200, follower.get("/api/feed?tab=following"))
                                .at("/items/0"),
                        each -> !each.isMissingNode());
        assertThat(item.at("/work/id").asString()).isEqualTo(work.toString());
        assertThat(item.at("/products/0/product/id").asString()).isEqualTo(shop.product());

        shop.merchant().delete("/api/me/products/" + shop.product() + "/listing", "");
        assertThat(stranger.get("/api/works/" + work + "/products").json().path("items"))
                .as("what is delisted is shown nowhere")
                .isEmpty();
    }

    @Test
    void withoutTheRightNothingIsShownAndTheBarsAreNamed() {
        var shop = street.shop(port, 5);
        var chen = premiere.player(port, "chen");
        var work = premiere.published(chen, premiere.operator(port), "面", "");
        var path = "/api/me/works/" + work + "/products";
        var refused = chen.browser().put(path, wish(shop, "null"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.type()).endsWith("no-cart-right");
        assertThat(refused.json().at("/standing/terms/0/needed").asInt()).isEqualTo(8001);
        assertThat(Street.must(200, chen.browser().get("/api/me/cart-right"))
                        .path("held")
                        .asBoolean())
                .isFalse();
        Street.must(200, chen.browser().put(path, "{\"products\": []}"));
    }

    @Test
    void whatIsOutOfItsRulesIsRefused() {
        var shop = street.shop(port, 5);
        var mei = player(shop);
        var work = premiere.published(mei, premiere.operator(port), "龙井", "");
        var path = "/api/me/works/" + work + "/products";
        assertThat(shop.merchant().put(path, wish(shop, "-1")).status()).isEqualTo(422);
        assertThat(shop.merchant().put(path, wish(shop, "600001")).status()).isEqualTo(422);
        assertThat(shop.merchant()
                        .put(path, "{\"products\": [{\"product\": \"1\"}]}")
                        .status())
                .isEqualTo(422);
        var twice = "{\"products\": [{\"product\": \"%s\"}, {\"product\": \"%s\"}]}"
                .formatted(shop.product(), shop.product());
        assertThat(shop.merchant().put(path, twice).status()).isEqualTo(422);
        assertThat(premiere.player(port, "chen")
                        .browser()
                        .put(path, wish(shop, "1"))
                        .status())
                .isEqualTo(404);
    }
}
