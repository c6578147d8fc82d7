package org.kanmai.app.live.sockets;

import java.io.IOException;
import org.kanmai.app.live.relay.Watching;
import org.kanmai.app.live.relay.Watching.Piece;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/** Hands a picture to one socket, as fast as it takes it, until either is over. */
final class Handing {
    static final CloseStatus OVER = new CloseStatus(4000, "over");

    private static final Logger LOG = LoggerFactory.getLogger(Handing.class);
    private static final long PATIENCE_MILLIS = 1_000;

    private Handing() {}

    /** In which form a piece is sent. */
    @FunctionalInterface
    interface Form {
        void send(WebSocketSession session, Piece piece) throws IOException;
    }

    static void on(WebSocketSession session, Watching viewer, Form form) {
        Thread.ofVirtual().name("live-viewer").start(() -> send(session, viewer, form));
    }

    private static void send(WebSocketSession session, Watching viewer, Form form) {
        try (session) {
            while (session.isOpen() && !viewer.isOver()) {
                var next = viewer.next(PATIENCE_MILLIS);
                if (next.isPresent()) {
                    form.send(session, next.get());
                }
            }
            if (session.isOpen()) {
                session.close(OVER);
            }
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("live.viewer.gone", gone);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
