package org.kanmai.benchmarks.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kanmai.benchmarks.load.Latencies;

/** What all who listen at one address hear, put together: how many comments, and how long after each was said. */
public final class Ears {
    private static final Pattern SENT = Pattern.compile("\"at-(\\d+)\"");

    private final LongAdder heard = new LongAdder();
    private volatile Latencies latencies = new Latencies();

    private Ears() {}

    /** Has so many listen by WebSocket. */
    public static Ears listen(HttpClient client, URI address, int listeners) {
        var ears = new Ears();
        for (int listener = 0; listener < listeners; listener++) {
            client.newWebSocketBuilder().buildAsync(address, new Listener(ears)).join();
        }
        return ears;
    }

    /** Returns a comment's text, by which it is known when it was said. */
    public static String textSaidAt(long nanos) {
        return "at-" + nanos;
    }

    /** Forgets how long comments took until now; returns how many were heard. */
    public long begin() {
        latencies = new Latencies();
        return heard.sum();
    }

    /** Returns how many comments were heard ever, each as often as by listeners. */
    public long heard() {
        return heard.sum();
    }

    /** Returns how long comments took since the last beginning. */
    public Latencies latencies() {
        return latencies;
    }

    private void hear(String batch) {
        long now = System.nanoTime();
        var sent = SENT.matcher(batch);
        while (sent.find()) {
            heard.increment();
            latencies.add(now - Long.parseLong(sent.group(1)));
        }
    }

    private static final class Listener implements WebSocket.Listener {
        private final Ears ears;
        private final StringBuilder batch = new StringBuilder();

        Listener(Ears ears) {
            this.ears = ears;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            batch.append(data);
            if (last) {
                ears.hear(batch.toString());
                batch.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
