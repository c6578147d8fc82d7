package org.kanmai.app.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.kanmai.app.TestClock;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A work that was published forty days ago and shows a product, an operator, and people who have settled. */
@Component
class Yesterday {
    private final Street street;
    private final Premiere premiere;
    private final Cast cast;
    private final TestClock clock;

    Yesterday(Street street, Premiere premiere, Cast cast, TestClock clock) {
        this.street = street;
        this.premiere = premiere;
        this.cast = cast;
        this.clock = clock;
    }

    /** What a part of the past can be about. */
    record Scene(
            Browser operator, Street.Shop shop, Player creator, WorkId work, PersonId viewer, Pseudonym pseudonym) {}

    Scene scene(int port) {
        var shop = street.shop(port, 7);
        var handle = shop.merchant().get("/api/me").json().at("/person/handle").asString();
        var creator = new Player(handle, cast.id(handle), shop.merchant());
        var operator = premiere.operator(port).browser();
        var work = work(operator, creator, premiere.film(creator.id()));
        Street.must(200, shop.merchant().put("/api/me/works/" + work + "/products", """
                {"products": [{"product": "%s"}]}""".formatted(shop.product())));
        var viewer = settle(operator, Cast.handle("lin"));
        return new Scene(operator, shop, creator, work, viewer, new Pseudonym(cast.pseudonym(viewer)));
    }

    private WorkId work(Browser operator, Player creator, MediaId media) {
        Street.must(
                200, operator.post("/api/works/import", """
                {"works": [{"creator": "%s", "media": "%s", "title": "茶山一月", "fingerprint": "00000000000000ff",
                            "publishedAt": "%s"}]}""".formatted(creator.id(), media, ago(Duration.ofDays(40)))));
        return WorkId.parse(
                creator.browser().get("/api/me/works").json().at("/items/0/id").asString());
    }

    PersonId settle(Browser operator, String handle) {
        var settled = Street.must(
                200, operator.post("/api/imports/history/people", """
                {"people": [{"handle": "%s", "name": "小林", "joinedAt": "%s"}]}""".formatted(handle, ago(Duration.ofDays(35)))));
        return PersonId.parse(settled.at("/people/0/id").asString());
    }

    Instant ago(Duration time) {
        return clock.instant().minus(time).truncatedTo(ChronoUnit.MILLIS);
    }

    /** A page of one item that came into sight after a second; {@code more} is what became of it. */
    static Map<String, Object> page(Scene scene, Instant at, Map<String, Object> more) {
        var item = new java.util.HashMap<String, Object>(Map.of(
                "work",
                scene.work().toString(),
                "source",
                "interest",
                "slot",
                "randomised",
                "propensity",
                0.25,
                "seenAfter",
                1_000));
        item.putAll(more);
        return Map.of(
                "viewer",
                scene.viewer().toString(),
                "at",
                at.toString(),
                "stratum",
                2,
                "items",
                java.util.List.of(item));
    }

    static Browser.Answer tell(Scene scene, String key, Object... pages) {
        var body = JsonMapper.shared().writeValueAsString(Map.of("key", key, "pages", pages));
        return scene.operator().post("/api/imports/history/pages", body);
    }

    static JsonNode told(Scene scene, String key, Object... pages) {
        return Street.must(200, tell(scene, key, pages));
    }
}
