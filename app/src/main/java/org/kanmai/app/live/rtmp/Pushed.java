package org.kanmai.app.live.rtmp;

import java.io.IOException;
import org.kanmai.facts.Binary;

/** What takes the messages of a push, in the form of FLV tags. */
public interface Pushed {

    /**
     * Takes audio or video.
     *
     * @param at milliseconds since the push began, by its own clock
     * @throws IOException when nothing more is taken: the push is closed
     */
    void take(Medium medium, int at, Binary content) throws IOException;

    /** The push is over. */
    void over();

    /** What a message holds. */
    enum Medium {
        AUDIO,
        VIDEO
    }
}
