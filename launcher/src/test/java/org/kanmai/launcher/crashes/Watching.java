package org.kanmai.launcher.crashes;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Somebody at a socket of a room: what comes is counted and read. */
final class Watching implements WebSocket.Listener {
    private final AtomicLong bytes = new AtomicLong();
    private final StringBuilder words = new StringBuilder();

    private Watching() {}

    /** Opens a socket of a room at a process: {@code stream} or {@code talk}. */
    static Watching at(URI process, String room, String socket) {
        var watching = new Watching();
        var address = URI.create("ws://127.0.0.1:" + process.getPort() + "/live/" + room + "/" + socket);
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, watching)
                .join();
        return watching;
    }

    long bytes() {
        return bytes.get();
    }

    synchronized boolean heard(String what) {
        return words.indexOf(what) >= 0;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        bytes.addAndGet(data.remaining());
        socket.request(1);
        return null;
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        words.append(data);
        socket.request(1);
        return null;
    }
}
