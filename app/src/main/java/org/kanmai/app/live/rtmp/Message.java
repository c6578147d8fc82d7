package org.kanmai.app.live.rtmp;

import org.kanmai.facts.Binary;

/**
 * A message of a push.
 *
 * @param type as RTMP numbers them: 8 audio, 9 video, 20 a command
 * @param stream which stream of its connection it belongs to; 0 is the connection itself
 * @param at milliseconds since the push began, by its own clock
 */
record Message(int type, int stream, int at, Binary content) {
    static final int CHUNK_SIZE = 1;
    static final int ABORT = 2;
    static final int ACKNOWLEDGEMENT = 3;
    static final int WINDOW = 5;
    static final int BANDWIDTH = 6;
    static final int AUDIO = 8;
    static final int VIDEO = 9;
    static final int COMMAND = 20;
}
