package org.kanmai.app.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.Browser;

/** Hears what is told in a room, through its socket. */
public final class Ear implements WebSocket.Listener {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();

    private Ear() {}

    /** Listens in a room as nobody in particular. */
    public static Ear in(String room, int port) {
        return as(new Browser(port), room, port);
    }

    /** Listens in a room as who is signed in with a browser. */
    public static Ear as(Browser browser, String room, int port) {
        var ear = new Ear();
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", browser.cookies())
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/live/" + room + "/talk"), ear)
                .join();
        return ear;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            heard.add(part.toString());
            part.setLength(0);
        }
        socket.request(1);
        return null;
    }

    /** Returns whether a message had all of these words. */
    public boolean heard(String... words) {
        return heard.stream().anyMatch(each -> List.of(words).stream().allMatch(each::contains));
    }

    /** Returns the last message that had some words; empty when none had. */
    public String last(String words) {
        return heard.reversed().stream()
                .filter(each -> each.contains(words))
                .findFirst()
                .orElse("");
    }
}
