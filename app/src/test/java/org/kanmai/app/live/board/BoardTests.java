package org.kanmai.app.live.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.live.Hall;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.facts.Attendance;
import org.kanmai.facts.Attended;
import org.kanmai.facts.Conversion;
import org.kanmai.facts.Money;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.RoomEnded;
import org.kanmai.facts.RoomExplained;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.RoomOpened;
import org.kanmai.facts.RoomSold;
import org.kanmai.facts.Source;
import org.kanmai.ranking.rooms.RoomBoard;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A host reads the board that the streams keep, and keeps it when the room is over. */
@KanmaiTest
class BoardTests {
    private static final ProductId TEA = new ProductId(55);

    private final Hall hall;
    private final RedisConnectionFactory redis;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final int port;
    private long id = 1;

    BoardTests(Hall hall, RedisConnectionFactory redis, JdbcClient jdbc, TestClock clock, @LocalServerPort int port) {
        this.hall = hall;
        this.redis = redis;
        this.jdbc = jdbc;
        this.clock = clock;
        this.port = port;
    }

    private Attended attended(RoomId room, Attendance what, @Nullable ProductId product, Instant at) {
        return new Attended(id++, at, Origin.LIVE, new Pseudonym(id), null, room, Source.LIVE, what, product, 1);
    }

    /** Forty come, tea is explained to them, one orders and pays, twenty leave, and five find it too slow. */
    private RoomBoard board(RoomId room, Instant now) {
        var begun = now.minusSeconds(120);
        var board = RoomBoard.NONE.after(new RoomOpened(id++, begun, Origin.LIVE, room, new PersonId(1)));
        for (int person = 0; person < 40; person++) {
            board = board.after(attended(room, Attendance.ENTERED, null, begun), true, true);
        }
        board = board.after(new RoomExplained(id++, begun.plusSeconds(5), Origin.LIVE, room, TEA));
        board = board.after(new RoomSold(
                id++, begun.plusSeconds(9), Origin.LIVE, room, TEA, Conversion.PAID, 1, Money.of(1_990, "CNY")));
        for (int person = 0; person < 20; person++) {
            board = board.after(attended(room, Attendance.LEFT, null, now.minusSeconds(20)), false, true);
        }
        for (int person = 0; person < 5; person++) {
            board = board.after(attended(room, Attendance.FOUND_SLOW, null, now.minusSeconds(10)), false, false);
        }
        return board;
    }

    private void write(RoomId room, RoomBoard board) {
        try (var connection = redis.getConnection()) {
            connection.stringCommands().set(RoomBoard.key(room).getBytes(UTF_8), board.bytes());
        }
    }

    @Test
    @Tag("LC-08")
    @Tag("DX-02")
    @Tag("AX-10")
    void aHostSeesTheirRoomAndIsAlarmedWhereItIsBeyondItsBars() {
        var host = hall.host(port);
        var room = hall.live(host, "Board of tea");
        var path = "/api/me/rooms/" + room + "/board";
        assertThat(Street.must(200, host.get(path)).at("/figures/people").asLong())
                .as("nothing is known yet")
                .isZero();
        write(room, board(room, clock.instant()));
        var seen = Street.must(200, host.get(path));
        assertThat(seen.at("/figures/viewers").asLong()).isEqualTo(20);
        assertThat(seen.at("/figures/most").asLong()).isEqualTo(40);
        assertThat(seen.at("/figures/paid/minor").asLong()).isEqualTo(1_990);
        assertThat(seen.at("/entries/live").asLong()).isEqualTo(40);
        assertThat(seen.at("/products/0/reached").asLong()).isEqualTo(40);
        assertThat(seen.at("/alarms")
                        .valueStream()
                        .map(each -> each.path("kind").asString()))
                .containsExactlyInAnyOrder("low-conversion", "leaving", "too-slow");
        assertThat(hall.host(port).get(path).status()).isEqualTo(404);
    }

    @Test
    @Tag("LC-08")
    @Tag("LC-12")
    void whatWasKnownOfARoomIsKeptAndHeldAgainstTheOneBefore() {
        var host = hall.host(port);
        var first = over(host, "First tea");
        var second = over(host, "Second tea");
        var seen = Street.must(200, host.get("/api/me/rooms/" + second + "/board"));
        assertThat(seen.path("alarms").isEmpty()).isTrue();
        assertThat(seen.at("/figures/people").asLong()).isEqualTo(40);
        assertThat(seen.at("/beats/0/entered").asLong()).isPositive();
        assertThat(seen.at("/earlier/0/room").asString()).isEqualTo(first.toString());
        assertThat(seen.at("/earlier/0/figures/paid/minor").asLong()).isEqualTo(1_990);
    }

    /** A room that was over, whose board Redis has lost since. */
    private RoomId over(Browser host, String title) {
        var room = hall.live(host, title);
        var now = clock.instant();
        Street.must(200, host.post("/api/me/rooms/" + room + "/end", ""));
        write(room, board(room, now).after(new RoomEnded(id++, now, Origin.LIVE, room, new PersonId(1), false)));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("select count(*) from live.kept_board where room = :room")
                                .param("room", room.value())
                                .query((row, number) -> row.getLong(1))
                                .single()
                        == 1);
        try (var connection = redis.getConnection()) {
            connection.keyCommands().del(RoomBoard.key(room).getBytes(UTF_8));
        }
        return room;
    }
}
