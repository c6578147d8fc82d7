package org.kanmai.app.feed.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.ranking.ViewerSpending;
import org.springframework.boot.test.web.server.LocalServerPort;

@KanmaiTest
@Tag("TD-17")
class SpendingsTests {
    private final Spendings spendings;
    private final Values values;
    private final Street street;
    private final Cast cast;
    private final int port;

    SpendingsTests(Spendings spendings, Values values, Street street, Cast cast, @LocalServerPort int port) {
        this.spendings = spendings;
        this.values = values;
        this.street = street;
        this.cast = cast;
        this.port = port;
    }

    private Viewer viewer(Buyer buyer, boolean profiled) {
        var person = PersonId.parse(
                buyer.browser().get("/api/me").json().at("/person/id").asString());
        return new Viewer(person, Set.of(), new Pseudonym(cast.pseudonym(person)), profiled);
    }

    @Test
    void whatWasPaidIsKnownWithTheNextPageAndAgainWhenRedisHoldsNonsense() {
        var shop = street.shop(port, 5);
        var li = street.buyer(port);
        var viewer = viewer(li, true);
        assertThat(spendings.of(viewer)).isEqualTo(ViewerSpending.NONE);
        street.pay(port, street.placed(li, shop));
        await().until(() -> spendings.of(viewer), new ViewerSpending(1, "CNY", 1990)::equals);
        values.keep(ViewerSpending.key(viewer.pseudonym()), new byte[] {1, 2}, ViewerSpending.KEPT);
        assertThat(spendings.of(viewer)).isEqualTo(new ViewerSpending(1, "CNY", 1990));
        assertThat(values.find(ViewerSpending.key(viewer.pseudonym())))
                .hasValueSatisfying(
                        kept -> assertThat(ViewerSpending.parse(kept).orders()).isEqualTo(1));
    }

    @Test
    @Tag("GV-02")
    void ofWhoHasNotAgreedNothingIsReckonedOrKept() {
        var li = street.buyer(port);
        street.pay(port, street.placed(li, street.shop(port, 5)));
        var viewer = viewer(li, false);
        assertThat(spendings.of(viewer)).isEqualTo(ViewerSpending.NONE);
        assertThat(values.find(ViewerSpending.key(viewer.pseudonym()))).isEmpty();
    }
}
