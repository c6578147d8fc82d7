package org.kanmai.app.live.pulling;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.live.encoding.Outlet;
import org.kanmai.app.live.relay.Watching.Piece;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A room's picture on its way from its home to this process, for everybody who watches it here. */
public final class Pull {
    private static final Logger LOG = LoggerFactory.getLogger(Pull.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LARGEST = 16 << 20;

    private final Home home;
    private final Outlet outlet;
    private final CompletableFuture<WebSocket> socket;
    private volatile boolean over;

    private Pull(HttpClient http, Home home, String pass, Outlet outlet) {
        this.home = home;
        this.outlet = outlet;
        this.socket = http.newWebSocketBuilder()
                .connectTimeout(PATIENCE)
                .header(Passes.HEADER, pass)
                .buildAsync(address(home), new Taking());
        var unused = socket.exceptionally(this::failed);
    }

    /** Begins to pull a room from its home into an outlet. */
    public static Pull begin(HttpClient http, Home home, String pass, Outlet outlet) {
        return new Pull(http, home, pass, outlet);
    }

    private static URI address(Home home) {
        var scheme = "https".equals(home.address().getScheme()) ? "wss" : "ws";
        return URI.create(scheme + "://" + home.address().getAuthority() + "/live/" + home.room() + "/node");
    }

    /** Returns from where it comes. */
    public Home home() {
        return home;
    }

    /** Returns whether nothing more comes. */
    public boolean isOver() {
        return over;
    }

    /** Ends it. */
    public void stop() {
        over = true;
        var unused = socket.thenAccept(WebSocket::abort);
        outlet.over();
    }

    private @Nullable WebSocket failed(Throwable failure) {
        LOG.info("live.pull room={} from={} failed: {}", home.room(), home.address(), failure.toString());
        over = true;
        outlet.over();
        return null;
    }

    /** What comes; a piece may come in parts. */
    private final class Taking implements WebSocket.Listener {
        private final ByteArrayOutputStream piece = new ByteArrayOutputStream();

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            var part = new byte[data.remaining()];
            data.get(part);
            piece.writeBytes(part);
            if (piece.size() > LARGEST) {
                throw new IllegalStateException("a piece of a picture has at most " + LARGEST + " bytes");
            }
            if (last) {
                take(Pieces.read(piece.toByteArray()));
                piece.reset();
            }
            from.request(1);
            return null;
        }

        private void take(Piece taken) {
            if (over) {
                return;
            }
            switch (taken) {
                case Piece.Begins begins -> outlet.begin(begins.beginning());
                case Piece.Goes goes -> outlet.add(goes.fragment());
            }
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            over = true;
            outlet.over();
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            failed(failure);
        }
    }
}
