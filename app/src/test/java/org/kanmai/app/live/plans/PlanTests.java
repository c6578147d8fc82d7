package org.kanmai.app.live.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.live.Hall;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.facts.RoomId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A room is announced, people ask to be reminded, and are told; followers are when it is live. */
@KanmaiTest
class PlanTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Hall hall;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final int port;

    PlanTests(Hall hall, TestClock clock, JdbcClient jdbc, @LocalServerPort int port) {
        this.hall = hall;
        this.clock = clock;
        this.jdbc = jdbc;
        this.port = port;
    }

    private static String announced(Browser host, Instant at) {
        return Street.must(201, host.post("/api/me/plans", "{\"title\": \"Tea to come\", \"at\": \"" + at + "\"}"))
                .path("id")
                .asString();
    }

    @Test
    @Tag("LC-09")
    void whoAskedIsRemindedShortlyBeforeAndTheRoomHasThePlansAddress() {
        var host = hall.host(port);
        var plan = announced(host, clock.instant().plus(Duration.ofMinutes(15)));
        var li = Browser.of(port, Cast.handle("li"));
        assertThat(Street.must(200, li.get("/api/rooms/" + plan)).path("state").asString())
                .isEqualTo("planned");
        assertThat(li.put("/api/me/reminders/" + plan, "").status()).isEqualTo(204);
        assertThat(li.put("/api/me/reminders/1", "").status()).isEqualTo(404);
        assertThat(li.get("/api/me/notices").body()).doesNotContain("room-soon");
        clock.forward(Duration.ofMinutes(6));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(li.get("/api/me/notices").body()).contains("room-soon", "Tea to come", plan));
        assertThat(hall.host(port).post("/api/me/plans/" + plan + "/open", "").status())
                .isEqualTo(404);
        assertThat(host.post("/api/me/plans/" + plan + "/open", "").status()).isEqualTo(204);
        assertThat(Street.must(200, li.get("/api/rooms/" + plan)).path("state").asString())
                .isEqualTo("open");
        assertThat(host.post("/api/me/plans/" + plan + "/open", "").status()).isEqualTo(404);
        Street.must(200, host.post("/api/me/rooms/" + plan + "/end", ""));
    }

    @Test
    void aPlanIsOfTheNextThirtyDaysAndCanBeTakenBack() {
        var host = hall.host(port);
        for (var at :
                new Instant[] {clock.instant().minusSeconds(5), clock.instant().plus(Duration.ofDays(31))}) {
            var body = "{\"title\": \"Tea\", \"at\": \"" + at + "\"}";
            assertThat(host.post("/api/me/plans", body).status()).isEqualTo(422);
        }
        var plan = announced(host, clock.instant().plus(Duration.ofDays(2)));
        assertThat(Street.must(200, host.get("/api/me/plans")).path("items")).hasSize(1);
        assertThat(host.delete("/api/me/plans/" + plan, "").status()).isEqualTo(204);
        assertThat(Street.must(200, host.get("/api/me/plans")).path("items").isEmpty())
                .isTrue();
        assertThat(host.get("/api/rooms/" + plan).status()).isEqualTo(404);
    }

    @Test
    @Tag("TD-55")
    void followersAreToldOnceThatARoomIsLive() {
        var host = hall.host(port);
        var handle = Street.must(200, host.get("/api/me")).at("/person/handle").asString();
        var li = Browser.of(port, Cast.handle("li"));
        li.put("/api/people/" + handle + "/follow", "");
        var room = hall.live(host, "Tea for followers");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(li.get("/api/me/notices").body()).contains("room-live", room.toString()));
        assertThat(waits(room)).isFalse();
        Street.must(200, host.post("/api/me/rooms/" + room + "/end", ""));
    }

    private boolean waits(RoomId room) {
        return jdbc.sql("select news_before is not null as waits from live.room where id = :id")
                .param("id", room.value())
                .query((row, number) -> row.getBoolean("waits"))
                .single();
    }

    @Test
    @Tag("GV-16")
    void whoIsErasedIsRemindedOfNothingAndSaidNothing() {
        var host = hall.host(port);
        var plan = announced(host, clock.instant().plus(Duration.ofHours(3)));
        var room = hall.live(host, "Tea, soon silent");
        var li = Browser.of(port, Cast.handle("li"));
        li.put("/api/me/reminders/" + plan, "");
        assertThat(li.post("/api/rooms/" + room + "/talk", "{\"text\": \"I was here\"}")
                        .status())
                .isEqualTo(202);
        await().atMost(PATIENCE).until(() -> count("said", "room", room.value()) == 1);
        assertThat(li.delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD))
                        .status())
                .isEqualTo(204);
        assertThat(count("said", "room", room.value())).isZero();
        assertThat(count("reminder", "plan", Long.parseLong(plan))).isZero();
        assertThat(host.delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD))
                        .status())
                .isEqualTo(204);
        assertThat(new Browser(port).get("/api/rooms/" + plan).status()).isEqualTo(404);
    }

    private long count(String table, String column, long id) {
        return jdbc.sql("select count(*) as rows from live." + table + " where " + column + " = :id")
                .param("id", id)
                .query((row, number) -> row.getLong("rows"))
                .single();
    }
}
