package org.kanmai.app.live.warmups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.live.Hall;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.facts.WorkId;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A work shows the room that it warms up for: to come, live, over; only its creator's own, and nothing of what was cancelled. */
@KanmaiTest
@Tag("LC-09")
class WarmUpTests {
    private final Hall hall;
    private final Premiere premiere;
    private final TestClock clock;
    private final int port;

    WarmUpTests(Hall hall, Premiere premiere, TestClock clock, @LocalServerPort int port) {
        this.hall = hall;
        this.premiere = premiere;
        this.clock = clock;
        this.port = port;
    }

    private Player host() {
        var host = premiere.player(port, "host");
        hall.verify(port, host.browser());
        return host;
    }

    private String planned(Player host) {
        var at = clock.instant().plus(Duration.ofDays(2));
        return Street.must(201, host.browser().post("/api/me/plans", "{\"title\": \"Tea\", \"at\": \"" + at + "\"}"))
                .path("id")
                .asString();
    }

    private static int link(Browser browser, WorkId work, String plan) {
        return browser.put("/api/me/works/" + work + "/warm-up", "{\"plan\": \"" + plan + "\"}")
                .status();
    }

    private static JsonNode shown(Browser browser, WorkId work) {
        return Street.must(200, browser.get("/api/works/" + work + "/page")).at("/items/0/warmUp");
    }

    @Test
    void aWorkLeadsToTheReminderThenIntoTheRoomAndSaysWhenItIsOver() {
        var host = host();
        var work = premiere.published(host, premiere.operator(port), "Soon", "");
        var plan = planned(host);
        assertThat(link(host.browser(), work, plan)).isEqualTo(204);
        var li = Browser.of(port, Cast.handle("li"));
        assertThat(shown(li, work).path("state").asString()).isEqualTo("planned");
        assertThat(shown(li, work).path("reminded").asBoolean()).isFalse();
        Street.must(204, li.put("/api/me/reminders/" + plan, ""));
        assertThat(shown(li, work).path("reminded").asBoolean()).isTrue();
        assertThat(shown(new Browser(port), work).path("room").asString()).isEqualTo(plan);
        Street.must(204, host.browser().post("/api/me/plans/" + plan + "/open", ""));
        assertThat(shown(li, work).path("state").asString()).isEqualTo("live");
        Street.must(200, host.browser().post("/api/me/rooms/" + plan + "/end", ""));
        assertThat(shown(li, work).path("state").asString()).isEqualTo("over");
    }

    @Test
    void onlyOnesOwnWorksAndRoomsAreLinkedAndACancelledRoomIsNotShown() {
        var host = host();
        var work = premiere.published(host, premiere.operator(port), "Soon", "");
        var other = host();
        assertThat(link(host.browser(), work, planned(other))).isEqualTo(404);
        var plan = planned(host);
        assertThat(link(other.browser(), work, plan)).isEqualTo(404);
        assertThat(link(host.browser(), work, plan)).isEqualTo(204);
        var linked = host.browser().get("/api/me/plans/" + plan + "/warm-ups");
        assertThat(Street.must(200, linked).at("/items/0/title").asString()).isEqualTo("Soon");
        assertThat(other.browser().get("/api/me/plans/" + plan + "/warm-ups").status())
                .isEqualTo(404);
        Street.must(204, host.browser().delete("/api/me/works/" + work + "/warm-up", ""));
        assertThat(shown(host.browser(), work).isNull()).isTrue();
        assertThat(link(host.browser(), work, plan)).isEqualTo(204);
        Street.must(204, host.browser().delete("/api/me/plans/" + plan, ""));
        assertThat(shown(host.browser(), work).isNull()).isTrue();
    }
}
