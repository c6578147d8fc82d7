package org.kanmai.app.insight.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.insight.lake.Tale;
import org.kanmai.app.web.Role;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The operator's board of traffic over the real lake. */
@KanmaiTest
@Tag("TD-34")
@Tag("TD-35")
class TrafficTests {
    /** Before all that other tests tell of: who published earlier is counted too. */
    private static final String DAYS = "?from=2025-01-06&to=2025-01-07";

    private static final Instant MONDAY = Instant.parse("2025-01-05T16:00:00Z");

    private final Tale tale;
    private final Browser operator;

    TrafficTests(Tale tale, Cast cast, @LocalServerPort int port) {
        this.tale = tale;
        var handle = Cast.handle("traffic");
        this.operator = Browser.of(port, handle);
        cast.become(handle, Role.OPERATOR);
        operator.signIn(handle, Browser.PASSWORD);
    }

    private Browser.Answer get(String path) {
        return operator.get(path);
    }

    private JsonNode board() {
        return get("/api/insight/traffic" + DAYS).json();
    }

    @Test
    void theBoardAndItsFilesSayWhatWasShown() {
        var stage = new Stage();
        long much = tale.id();
        long little = tale.id();
        stage.published(much, much, MONDAY).published(little, little, MONDAY).published(much, tale.id(), MONDAY);
        stage.slot(Source.FRESH, SlotKind.RESERVED).exposed(much, 3, MONDAY);
        stage.slot(Source.POPULAR, SlotKind.RANKED).exposed(little, 1, MONDAY.plus(Duration.ofHours(30)));
        tale.tell(stage.facts());
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var told = board();
            assertThat(told.path("exposures").asLong()).as(told.toString()).isEqualTo(4);
            assertThat(told.at("/creators/members").asLong()).isEqualTo(2);
        });
        var board = board();
        assertThat(board.path("natural").asLong()).isEqualTo(4);
        assertThat(board.path("shown").path(0).path("source").asString()).isEqualTo("fresh");
        assertThat(board.at("/creators/figures/0/metric").asString()).isEqualTo("gini");
        assertThat(board.at("/creators/figures/0/value").asDouble()).isEqualTo(0.25);
        assertThat(board.at("/creators/figures/0/spark").size()).isEqualTo(2);
        assertThat(board.at("/works/members").asLong()).isEqualTo(3);
        assertThat(board.at("/positions/0/value").asDouble()).isEqualTo(0.75);
        var cohort = board.path("cohorts").path(12);
        assertThat(cohort.path("week").asString()).isEqualTo("2025-01-06");
        assertThat(cohort.path("creators").asLong()).isEqualTo(2);
        assertThat(cohort.at("/survived/0/share").asDouble()).isEqualTo(0.5);

        var days = get("/api/insight/traffic.csv" + DAYS).body();
        assertThat(days)
                .startsWith("\uFEFFday,exposures,natural,creators,creators-gini,")
                .contains("2025-01-06,3,3,2,0.5,");
        assertThat(get("/api/insight/traffic.csv" + DAYS + "&part=shown").body())
                .contains("fresh,for-you,reserved,true,3\r\n");
        assertThat(get("/api/insight/traffic.csv" + DAYS + "&part=cohorts").body())
                .contains("2025-01-06,2,1,0.5,1,0.5,1,0.5\r\n");
    }

    @Test
    void daysBeyondReasonAreRefused() {
        for (var wrong : List.of(
                "?from=2025-01-01&to=2026-01-01",
                "?from=2025-02-01&to=2025-01-01",
                "?from=-999999999-01-01",
                "?to=%2B999999999-12-31",
                "?to=x")) {
            assertThat(get("/api/insight/traffic" + wrong).status()).as(wrong).isIn(400, 422);
        }
    }
}
