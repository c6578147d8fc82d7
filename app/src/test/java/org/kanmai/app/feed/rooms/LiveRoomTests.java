package org.kanmai.app.feed.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.feed.scoring.Entry.Term;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.live.Hall;
import org.kanmai.app.river.Spectator;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.facts.RoomId;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Live rooms are recommended like works: for whom they are, on terms, and proved. */
@KanmaiTest
class LiveRoomTests {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Hall hall;
    private final int port;

    LiveRoomTests(Hall hall, @LocalServerPort int port) {
        this.hall = hall;
        this.port = port;
    }

    private static boolean has(JsonNode items, RoomId room) {
        return items.valueStream()
                .anyMatch(each -> each.at("/room/id").asString().equals(room.toString()));
    }

    private static JsonNode live(Browser viewer) {
        return Street.must(200, viewer.get("/api/live")).path("items");
    }

    @Test
    @Tag("TD-55")
    void aRoomIsShownToOthersWithWhatProvesItAndNotToItsHostNorToWhomItsHostBlocked() {
        var host = hall.host(port);
        var room = hall.live(host, "Tea for others");
        var li = Browser.of(port, Cast.handle("li"));
        var items = live(li);
        assertThat(has(items, room)).isTrue();
        assertThat(has(live(host), room)).isFalse();
        var item = items.valueStream()
                .filter(each -> each.at("/room/id").asString().equals(room.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(item.path("source").asString()).isEqualTo("live");
        assertThat(new Spectator(li).told(Spectator.exposed(item.path("token").asString())))
                .containsExactly("1 accepted");
        var handle = Street.must(200, host.get("/api/me")).at("/person/handle").asString();
        li.put("/api/people/" + handle + "/block", "");
        assertThat(has(live(li), room)).isFalse();
        assertThat(li.get("/api/rooms/1/page").status()).isEqualTo(404);
        Street.must(200, host.post("/api/me/rooms/" + room + "/end", ""));
        assertThat(has(live(Browser.of(port, Cast.handle("wang"))), room)).isFalse();
    }

    @Test
    @Tag("TD-55")
    void aPageHasAtMostOneRoomBehindItsWorksAndOnlyForWhoCanShowIt() {
        var host = hall.host(port);
        var room = hall.live(host, "Tea among films");
        var li = Browser.of(port, Cast.handle("li"));
        var handle = Street.must(200, host.get("/api/me")).at("/person/handle").asString();
        li.put("/api/people/" + handle + "/follow", "");
        var page = new Spectator(li).page("count=3&rooms=true");
        assertThat(page.path("rooms")).hasSize(1);
        assertThat(page.at("/rooms/0/room/id").asString())
                .as("whom one follows first")
                .isEqualTo(room.toString());
        assertThat(page.at("/rooms/0/position").asInt())
                .isEqualTo(page.path("items").size());
        assertThat(new Spectator(li).page("count=3").path("rooms").isEmpty()).isTrue();
        var stranger = Browser.of(port, Cast.handle("wang"));
        assertThat(new Spectator(stranger)
                        .page("count=3&rooms=true&tab=following")
                        .path("rooms")
                        .isEmpty())
                .as("follows nobody")
                .isTrue();
        Street.must(200, host.post("/api/me/rooms/" + room + "/end", ""));
    }

    @Test
    @Tag("TD-55")
    void whomOneFollowsWhatOneLikesWhereManyComeAndWhatJustBeganComesFirst() {
        double usual = score(false, 0, 10, 30);
        assertThat(score(true, 0, 10, 30)).isGreaterThan(usual);
        assertThat(score(false, 0.5, 10, 30)).isGreaterThan(usual);
        assertThat(score(false, 0, 100, 30)).isGreaterThan(usual);
        assertThat(score(false, 0, 10, 1)).isGreaterThan(usual);
        assertThat(score(false, -0.9, 10, 30)).isEqualTo(usual);
        assertThat(score(true, 1, 1_000_000, 0)).isLessThanOrEqualTo(1 + 1e-9);
    }

    private static double score(boolean followed, double affinity, long heat, int minutes) {
        return RoomRanking.terms(followed, affinity, heat, NOON.minusSeconds(60L * minutes), NOON).stream()
                .mapToDouble(Term::value)
                .sum();
    }
}
