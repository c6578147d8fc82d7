package org.kanmai.app.live.rooms;

import java.io.IOException;
import org.kanmai.app.live.encoding.LiveEncoder;

/** A browser's camera on its way into an encoder. */
public final class Camera implements AutoCloseable {
    private final LiveEncoder encoder;
    private final OnAir.Turn turn;

    Camera(LiveEncoder encoder, OnAir.Turn turn) {
        this.encoder = encoder;
        this.turn = turn;
    }

    /** Takes the next bytes; throws {@link IOException} when the room is over or the encoder is gone. */
    public void take(byte[] bytes) throws IOException {
        turn.heard();
        encoder.input().write(bytes);
        encoder.input().flush();
    }

    @Override
    public void close() {
        encoder.close();
    }
}
