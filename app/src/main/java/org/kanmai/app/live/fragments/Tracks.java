package org.kanmai.app.live.fragments;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Knows which track is the picture, and whether a fragment begins with a picture that needs none before it. */
final class Tracks {
    private static final int HEADER = 8;
    private static final int TRAK = BoxReader.type("trak");
    private static final int TKHD = BoxReader.type("tkhd");
    private static final int MDIA = BoxReader.type("mdia");
    private static final int MDHD = BoxReader.type("mdhd");
    private static final int HDLR = BoxReader.type("hdlr");
    private static final int VIDE = BoxReader.type("vide");
    private static final int TRAF = BoxReader.type("traf");
    private static final int TFHD = BoxReader.type("tfhd");
    private static final int TFDT = BoxReader.type("tfdt");
    private static final int TRUN = BoxReader.type("trun");
    private static final int BASE_OFFSET = 0x1;
    private static final int DESCRIPTION = 0x2;
    private static final int DURATION = 0x8;
    private static final int SIZE = 0x10;
    private static final int FLAGS = 0x20;
    private static final int DATA_OFFSET = 0x1;
    private static final int FIRST_FLAGS = 0x4;
    private static final int SAMPLE_DURATION = 0x100;
    private static final int SAMPLE_SIZE = 0x200;
    private static final int SAMPLE_FLAGS = 0x400;
    private static final int NOT_SYNC = 0x10000;

    private int picture = 1;
    private long units = 1_000;

    /** Learns from the {@code moov} which track is the picture, and in which units of a second it counts. */
    void learn(ByteBuffer moov) {
        each(moov, TRAK, trak -> {
            int[] id = {0};
            each(trak, TKHD, tkhd -> id[0] = tkhd.getInt(tkhd.get(0) == 1 ? 20 : 12));
            each(
                    trak,
                    MDIA,
                    mdia -> each(mdia, HDLR, hdlr -> {
                        if (hdlr.getInt(8) == VIDE) {
                            picture = id[0];
                            each(mdia, MDHD, mdhd -> units = Math.max(1, mdhd.getInt(mdhd.get(0) == 1 ? 20 : 12)));
                        }
                    }));
        });
    }

    /** Returns when the picture of a {@code moof} begins; 0 when it has none. */
    long millis(ByteBuffer moof) {
        long[] at = {0};
        each(moof, TRAF, traf -> {
            boolean[] own = {false};
            each(traf, TFHD, tfhd -> own[0] = tfhd.getInt(4) == picture);
            each(traf, TFDT, tfdt -> {
                if (own[0]) {
                    at[0] = tfdt.get(0) == 1 ? tfdt.getLong(4) : Integer.toUnsignedLong(tfdt.getInt(4));
                }
            });
        });
        return at[0] * 1_000 / units;
    }

    /** Returns whether the first picture of a {@code moof} is a keyframe; a fragment without a picture is none. */
    boolean keyframe(ByteBuffer moof) {
        boolean[] key = {false};
        each(moof, TRAF, traf -> {
            int[] usual = {NOT_SYNC};
            boolean[] own = {false};
            each(traf, TFHD, tfhd -> {
                own[0] = tfhd.getInt(4) == picture;
                usual[0] = flags(tfhd);
            });
            each(traf, TRUN, trun -> {
                key[0] |= own[0] && (first(trun, usual[0]) & NOT_SYNC) == 0;
                own[0] = false;
            });
        });
        return key[0];
    }

    /** The flags that samples have where nothing else is said. */
    private static int flags(ByteBuffer tfhd) {
        int said = tfhd.getInt(0) & 0xFFFFFF;
        int at = 8
                + ((said & BASE_OFFSET) == 0 ? 0 : 8)
                + ((said & DESCRIPTION) == 0 ? 0 : 4)
                + ((said & DURATION) == 0 ? 0 : 4)
                + ((said & SIZE) == 0 ? 0 : 4);
        return (said & FLAGS) == 0 ? NOT_SYNC : tfhd.getInt(at);
    }

    private static int first(ByteBuffer trun, int usual) {
        int said = trun.getInt(0) & 0xFFFFFF;
        int at = 8 + ((said & DATA_OFFSET) == 0 ? 0 : 4);
        if ((said & FIRST_FLAGS) != 0) {
            return trun.getInt(at);
        }
        if ((said & SAMPLE_FLAGS) == 0) {
            return usual;
        }
        return trun.getInt(at + ((said & SAMPLE_DURATION) == 0 ? 0 : 4) + ((said & SAMPLE_SIZE) == 0 ? 0 : 4));
    }

    /** Looks at each box of a type inside another; what is cut off is not looked at. */
    private static void each(ByteBuffer inside, int type, Consumer<ByteBuffer> look) {
        int at = 0;
        while (at + HEADER <= inside.capacity()) {
            int size = inside.getInt(at);
            if (size < HEADER || at + size > inside.capacity()) {
                return;
            }
            if (inside.getInt(at + Integer.BYTES) == type) {
                look.accept(inside.slice(at + HEADER, size - HEADER));
            }
            at += size;
        }
    }
}
