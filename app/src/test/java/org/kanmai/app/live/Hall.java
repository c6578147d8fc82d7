package org.kanmai.app.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.sql.Timestamp;
import java.time.Duration;
import org.kanmai.app.TestClock;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rooms that are live without anybody pushing: what their picture would have changed is written for it. */
@Component
public class Hall {
    private final Premiere premiere;
    private final JdbcClient jdbc;
    private final TestClock clock;

    Hall(Premiere premiere, JdbcClient jdbc, TestClock clock) {
        this.premiere = premiere;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody whose name is known. */
    public Browser host(int port) {
        var host = premiere.player(port, "host");
        verify(port, host.browser());
        return host.browser();
    }

    /** Makes somebody's name known. */
    public void verify(int port, Browser person) {
        var handle =
                Street.must(200, person.get("/api/me")).at("/person/handle").asString();
        Street.must(200, premiere.operator(port).browser().put("/api/people/" + handle + "/verification", ""));
    }

    /** Opens a room that waits for its picture. */
    public static RoomId open(Browser host, String title) {
        return RoomId.parse(Street.must(201, host.post("/api/me/rooms", "{\"title\": \"" + title + "\"}"))
                .path("id")
                .asString());
    }

    /** Opens a room whose picture comes, for the next hours. */
    public RoomId live(Browser host, String title) {
        var room = open(host, title);
        jdbc.sql("update live.room set state = 'live', begun_at = :now, fragment_at = :later where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("later", Timestamp.from(clock.instant().plus(Duration.ofHours(6))))
                .param("id", room.value())
                .update();
        return room;
    }

    /** Opens the socket of what is said, with the token that led there. */
    public static WebSocket enter(int port, Browser viewer, RoomId room, String token) {
        var cookies = "kanmai_visitor=" + viewer.cookie("kanmai_visitor") + "; kanmai_session="
                + viewer.cookie("kanmai_session");
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", cookies)
                .buildAsync(
                        URI.create("ws://127.0.0.1:" + port + "/live/" + room + "/talk?token=" + token),
                        new WebSocket.Listener() {})
                .join();
    }

    /** Closes a socket. */
    public static void leave(WebSocket socket) {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
}
