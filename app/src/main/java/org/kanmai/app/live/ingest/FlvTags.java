package org.kanmai.app.live.ingest;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.kanmai.app.live.rtmp.Pushed;
import org.kanmai.app.live.rtmp.Pushed.Medium;
import org.kanmai.facts.Binary;

/** Reads an FLV stream as the messages of a push (Adobe's Video File Format 10.1, annex E). */
final class FlvTags {
    private static final int SIGNATURE = 0x464C56;
    private static final int AFTER_HEADER = 4;
    private static final int AUDIO = 8;
    private static final int VIDEO = 9;
    private static final int LARGEST = 8 << 20;

    private final DataInputStream in;

    FlvTags(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    }

    /** Hands over what comes until the stream ends; throws {@link IOException} when it is no FLV or nothing more is taken. */
    void read(Pushed pushed) throws IOException {
        if (medium() != SIGNATURE) {
            throw new IOException("no FLV");
        }
        in.skipNBytes(2);
        in.skipNBytes(in.readInt() - 9L + AFTER_HEADER);
        try {
            while (true) {
                tag(pushed);
            }
        } catch (EOFException over) {
            return;
        }
    }

    private void tag(Pushed pushed) throws IOException {
        int type = in.readUnsignedByte() & 0x1F;
        int size = medium();
        if (size > LARGEST) {
            throw new IOException("a tag of " + size + " bytes");
        }
        int at = medium() | in.readUnsignedByte() << 24;
        in.skipNBytes(3);
        var content = new byte[size];
        in.readFully(content);
        in.skipNBytes(AFTER_HEADER);
        if (type == AUDIO || type == VIDEO) {
            pushed.take(type == AUDIO ? Medium.AUDIO : Medium.VIDEO, at, Binary.of(content));
        }
    }

    private int medium() throws IOException {
        return in.readUnsignedByte() << 16 | in.readUnsignedShort();
    }
}
