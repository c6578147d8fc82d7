package org.kanmai.launcher.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kanmai.launcher.Caller;
import org.kanmai.launcher.Stall;
import org.kanmai.launcher.journeys.Walk.Route;

/** Every page that the app has, seen by everyone who may see it: nothing fails, everything has a name, every word is said. */
@ExtendWith(InTown.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(300)
class RoutesJourneyTests {
    private static final String CREATOR = "creator_0";
    private static final String MERCHANT = "rose";
    private static final String AUDITOR = "audrey";

    private static final String INSIGHT = "/works/:id(\\d+)/insight";
    private static final String JOURNEY = "/works/:id(\\d+)/journey";
    private static final String ORDER = "/orders/:id(\\d+)";
    private static final String PRODUCT = "/shop/products/:id(\\d+)";

    private final Town town;
    private final Map<String, String> places = new HashMap<>();

    RoutesJourneyTests(Town town) {
        this.town = town;
    }

    @BeforeAll
    void somethingIsOnEveryPage() throws Exception {
        var stall = Stall.open(town.address(), town.operator(), MERCHANT, "Rose tea", 5, town::approve);
        Caller.signedUp(town.address(), AUDITOR, "");
        town.operator().gives(AUDITOR, "auditor");
        var creator = Caller.signedIn(town.address(), CREATOR);
        var work =
                creator.get("/api/me/works").must(200).json().at("/items/0/id").asString();
        var shop =
                stall.merchant().get("/api/me/shop").must(200).json().path("id").asString();
        places.put("/works/:id(\\d+)", "/works/" + work);
        places.put(INSIGHT, "/works/" + work + "/insight");
        places.put(JOURNEY, "/works/" + work + "/journey");
        places.put("/@:handle", "/@" + CREATOR);
        places.put("/topics/:hashtag", "/topics/tea");
        places.put("/products/:id(\\d+)", "/products/" + stall.product());
        places.put("/shops/:id(\\d+)", "/shops/" + shop);
        var address = address(creator);
        places.put(ORDER, "/orders/" + ordered(creator, address, stall.sku()));
        var fair = new Fair(stall, town.operator(), creator, address);
        places.put("/live/:id(\\d+)", "/live/" + fair.room(MERCHANT));
        places.put("/origin/:id(\\d+)", "/origin/" + fair.batch());
        places.put("/group/:id(\\d+)", "/group/" + fair.group());
        places.put("/appeal/:id(\\d+)", "/appeal/" + fair.appeal());
        places.put("/welcome/:invitation", town.invitation());
        places.put(PRODUCT, "/shop/products/" + stall.product());
        places.put("/rules/:version(\\d+)?", "/rules/1");
        places.put("/:rest(.*)*", "/nowhere");
    }

    private static String address(Caller buyer) {
        return buyer.post("/api/me/addresses", """
                {"recipient": "Li", "phone": "13800138000", "region": "Hangzhou", "street": "1 Tea Road", "standard": true}""").must(201).json().path("id").asString();
    }

    private static String ordered(Caller buyer, String address, String sku) {
        var lines = "[{\"sku\": \"%s\", \"units\": 1}]".formatted(sku);
        var quote = buyer.post("/api/quotes", "{\"lines\": " + lines + "}")
                .must(200)
                .json()
                .path("id")
                .asString();
        return buyer.post("/api/orders", """
                {"key": "%s", "quote": "%s", "lines": %s, "address": "%s"}
                """.formatted(UUID.randomUUID(), quote, lines, address))
                .must(201)
                .json()
                .at("/items/0/id")
                .asString();
    }

    @Test
    void aVisitorIsShownWhatIsForAllAndTheDoorToTheRest() {
        try (var visitor = town.phone().reads("zh")) {
            var walk = new Walk(visitor, places);
            var routes = walk.routes();
            assertThat(routes).extracting(Route::path).containsAll(places.keySet());
            assertThat(routes)
                    .flatExtracting(
                            route -> walk.goes(route, route.needs().isEmpty() ? walk.address(route) : "/sign-in"))
                    .isEmpty();
        }
    }

    @Test
    void aCreatorSeesAllThatIsForPeople() {
        try (var creator = town.desktop().signIn(CREATOR)) {
            sees(creator, Set.of("", "person"), Set.of(PRODUCT));
        }
    }

    @Test
    void aMerchantSeesAllThatIsForPeopleOnAPhone() {
        try (var merchant = town.phone().signIn(MERCHANT).reads("zh")) {
            sees(merchant, Set.of("person"), Set.of(ORDER, INSIGHT, JOURNEY));
        }
    }

    @Test
    void anOperatorSeesTheConsoles() {
        try (var operator = town.desktop().signIn(Town.OPERATOR).reads("zh")) {
            sees(operator, Set.of("operator", "auditor"), Set.of());
        }
    }

    @Test
    void anAuditorSeesWhatIsForAuditorsAndIsLedAwayFromTheRest() {
        try (var auditor = town.phone().signIn(AUDITOR).reads("zh")) {
            sees(auditor, Set.of("auditor"), Set.of());
            assertThat(new Walk(auditor, places).goes(new Route("/operator/board", "operator"), "/"))
                    .isEmpty();
        }
    }

    /** Visits every page that needs one of these, but for those that belong to others. */
    private void sees(Visit visit, Set<String> needs, Set<String> foreign) {
        var walk = new Walk(visit, places);
        var routes = walk.routes().stream()
                .filter(route -> needs.contains(route.needs()) && !foreign.contains(route.path()))
                .toList();
        assertThat(routes).isNotEmpty();
        assertThat(routes)
                .flatExtracting(route -> walk.goes(route, walk.address(route)))
                .isEmpty();
    }
}
