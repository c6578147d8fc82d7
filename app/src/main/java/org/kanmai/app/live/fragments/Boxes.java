package org.kanmai.app.live.fragments;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.kanmai.app.live.fragments.BoxReader.Box;
import org.kanmai.facts.Binary;

/** Cuts what an encoder writes into the beginning and fragments, in the order in which they come. */
public final class Boxes {
    private static final int FTYP = BoxReader.type("ftyp");
    private static final int MOOV = BoxReader.type("moov");
    private static final int MOOF = BoxReader.type("moof");
    private static final int MDAT = BoxReader.type("mdat");

    private final BoxReader reader;
    private final List<ByteBuffer> first = new ArrayList<>();
    private long number;

    public Boxes(InputStream in) {
        this.reader = new BoxReader(new DataInputStream(new BufferedInputStream(in, 1 << 16)));
    }

    /** Hands over what comes until the stream ends; throws {@link IOException} when it is no fragmented MP4. */
    public void read(Consumer<Beginning> beginning, Consumer<Fragment> fragment) throws IOException {
        var video = new Tracks();
        Optional<Box> moof = Optional.empty();
        for (var box = reader.next(); box.isPresent(); box = reader.next()) {
            int type = box.get().type();
            if (type == FTYP || type == MOOV) {
                first.add(box.get().whole());
            }
            if (type == MOOV) {
                video.learn(box.get().inside());
                beginning.accept(new Beginning(mime(box.get().whole()), together(first)));
            } else if (type == MOOF) {
                moof = box;
            } else if (type == MDAT && moof.isPresent()) {
                var inside = moof.get().inside();
                var parts = List.of(moof.get().whole(), box.get().whole());
                fragment.accept(new Fragment(++number, video.keyframe(inside), video.millis(inside), together(parts)));
                moof = Optional.empty();
            }
        }
    }

    private static Binary together(List<ByteBuffer> parts) {
        var all = ByteBuffer.allocate(
                parts.stream().mapToInt(ByteBuffer::capacity).sum());
        parts.forEach(part -> all.put(part.duplicate().rewind()));
        return Binary.of(all.array());
    }

    /** The profile, its constraints and the level stand in the second to fourth byte of the configuration (ISO/IEC 14496-15). */
    private static String mime(ByteBuffer moov) throws IOException {
        int avc = find(moov, BoxReader.type("avcC"));
        if (avc < 0) {
            throw new IOException("the video is no H.264");
        }
        var codec = "avc1.%02x%02x%02x"
                .formatted(moov.get(avc + 5), moov.get(avc + 6), moov.get(avc + 7))
                .toLowerCase(Locale.ROOT);
        var sound = find(moov, BoxReader.type("mp4a")) < 0 ? "" : ",mp4a.40.2";
        return "video/mp4; codecs=\"" + codec + sound + "\"";
    }

    private static int find(ByteBuffer in, int type) {
        for (int at = 0; at <= in.capacity() - 2 * Integer.BYTES; at++) {
            if (in.getInt(at) == type) {
                return at;
            }
        }
        return -1;
    }
}
