package org.kanmai.app.live.mentions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.live.Stage;
import org.kanmai.app.trade.orders.Street;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Who is named in a room hears of it once, unless they don't want to hear of live rooms. */
@KanmaiTest
@Tag("AX-11")
class RoomMentionTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Stage stage;
    private final TestClock clock;
    private final int port;

    RoomMentionTests(Stage stage, TestClock clock, @LocalServerPort int port) {
        this.stage = stage;
        this.clock = clock;
        this.port = port;
    }

    private static JsonNode mentions(Browser somebody) {
        return Street.must(200, somebody.get("/api/me/notices?purpose=live")).path("items");
    }

    private void say(Browser somebody, String room, String text) {
        clock.forward(Duration.ofSeconds(2));
        assertThat(somebody.post("/api/rooms/" + room + "/talk", "{\"text\": \"%s\"}".formatted(text))
                        .status())
                .isEqualTo(202);
    }

    private static void turnOff(Browser somebody) {
        Street.must(200, somebody.put("/api/me/notices/settings", """
                {"purposes": [{"purpose": "following", "inbox": true, "mail": false},
                              {"purpose": "live", "inbox": false, "mail": false}],
                 "quiet": {"on": false, "from": "22:00", "until": "08:00", "zone": "Asia/Shanghai"}}"""));
    }

    @Test
    void whoIsNamedHearsOfItOnceARoom() {
        var room = stage.room(port, 9).room();
        var anna = Browser.of(port, Cast.handle("anna"));
        var names = new String[] {Cast.handle("li"), Cast.handle("wu"), Cast.handle("chen")};
        var li = Browser.of(port, names[0]);
        var wu = Browser.of(port, names[1]);
        var chen = Browser.of(port, names[2]);
        turnOff(chen);
        say(anna, room, "@" + names[0] + " @" + names[2] + " come");
        say(anna, room, "@" + names[0] + " again, @" + names[1]);
        await().atMost(PATIENCE).until(() -> !mentions(wu).isEmpty());
        assertThat(mentions(li)).hasSize(1);
        assertThat(mentions(li).get(0).path("kind").asString()).isEqualTo("room-mentioned");
        assertThat(mentions(li).get(0).path("count").asInt()).isEqualTo(1);
        assertThat(mentions(li).get(0).at("/subject/id").asString()).isEqualTo(room);
        assertThat(mentions(chen).isEmpty()).isTrue();
        assertThat(mentions(anna).isEmpty()).isTrue();
    }
}
