package org.kanmai.app.identity.regions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.facts.PersonId;
import org.springframework.boot.test.web.server.LocalServerPort;

@KanmaiTest
@Tag("TD-14")
class NeighboursTests {
    private final Neighbours neighbours;
    private final Cast cast;
    private final int port;

    NeighboursTests(Neighbours neighbours, Cast cast, @LocalServerPort int port) {
        this.neighbours = neighbours;
        this.cast = cast;
        this.port = port;
    }

    @Test
    void thoseOfOnesRegionAreFoundAmongThoseWhoAreAskedFor() {
        var anna = living("cn-zj").id();
        var bo = living("cn-zj").id();
        var cy = living("cn-zj").id();
        var far = living("cn-gd").id();
        assertThat(neighbours.of(anna, List.of(anna, bo, far))).containsExactly(bo);
        assertThat(neighbours.of(far, List.of(anna, bo, cy))).isEmpty();
    }

    @Test
    void elsewhereIsNoPlaceToHaveInCommon() {
        var anna = living("elsewhere").id();
        assertThat(neighbours.of(anna, List.of(living("elsewhere").id()))).isEmpty();
    }

    @Test
    @Tag("GV-02")
    void whoWithdrawsIsFoundNoMoreAndFindsNobody() {
        var anna = living("cn-zj");
        var bo = living("cn-zj");
        assertThat(neighbours.of(anna.id(), List.of(bo.id()))).containsExactly(bo.id());
        bo.browser().put("/api/me/consents/region", "{\"given\": false}");
        assertThat(neighbours.of(anna.id(), List.of(bo.id()))).isEmpty();
        assertThat(neighbours.of(bo.id(), List.of(anna.id()))).isEmpty();
    }

    private record Living(PersonId id, Browser browser) {}

    private Living living(String region) {
        var handle = Cast.handle("anna");
        var browser = Browser.of(port, handle);
        browser.put("/api/me/consents/region", "{\"given\": true}");
        browser.put("/api/me/region", "{\"region\": \"%s\"}".formatted(region));
        return new Living(cast.id(handle), browser);
    }
}
