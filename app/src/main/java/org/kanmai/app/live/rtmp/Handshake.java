package org.kanmai.app.live.rtmp;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Arrays;

/** The greeting: a version, and 1,536 bytes that each side gives back to the other. */
final class Handshake {
    private static final int VERSION = 3;
    private static final int SIZE = 1_536;
    private static final int TIMES = 8;

    private Handshake() {}

    static void take(DataInputStream in, OutputStream out) throws IOException {
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new BadPush("version " + version);
        }
        var theirs = new byte[SIZE];
        in.readFully(theirs);
        out.write(VERSION);
        out.write(own());
        out.write(theirs);
        out.flush();
        in.readFully(new byte[SIZE]);
    }

    /** Eight bytes of time, which may be zero, and chance. */
    private static byte[] own() {
        var bytes = new byte[SIZE];
        new SecureRandom().nextBytes(bytes);
        Arrays.fill(bytes, 0, TIMES, (byte) 0);
        return bytes;
    }
}
