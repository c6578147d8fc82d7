package org.kanmai.app.live.encoding;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.kanmai.app.live.rtmp.Pushed.Medium;
import org.kanmai.facts.Binary;

/** Writes messages of a push as FLV (Adobe's Video File Format 10.1, annex E). */
final class FlvWriter {
    private static final int AUDIO = 8;
    private static final int VIDEO = 9;
    private static final int TAG_HEADER = 11;
    private static final int BOTH = 5;

    private final DataOutputStream out;

    FlvWriter(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    void begin() throws IOException {
        out.write("FLV".getBytes(StandardCharsets.US_ASCII));
        out.writeByte(1);
        out.writeByte(BOTH);
        out.writeInt(9);
        out.writeInt(0);
    }

    void tag(Medium medium, int at, Binary content) throws IOException {
        var bytes = content.bytes();
        out.writeByte(medium == Medium.AUDIO ? AUDIO : VIDEO);
        medium(bytes.length);
        medium(at & 0xFFFFFF);
        out.writeByte(at >>> 24);
        medium(0);
        out.write(bytes);
        out.writeInt(TAG_HEADER + bytes.length);
        out.flush();
    }

    private void medium(int value) throws IOException {
        out.writeByte(value >> 16);
        out.writeShort(value);
    }
}
