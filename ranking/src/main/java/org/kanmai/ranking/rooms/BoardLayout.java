package org.kanmai.ranking.rooms;

import java.util.SortedMap;
import java.util.TreeMap;
import org.kanmai.facts.Code;
import org.kanmai.facts.Source;
import org.kanmai.ranking.LayoutReader;
import org.kanmai.ranking.LayoutWriter;

/** The binary form of a board; the first layout did not say when those came who are there. */
final class BoardLayout {
    private static final int LAYOUT = 2;
    private static final int MOST_SOURCES = 100;

    private BoardLayout() {}

    static byte[] bytes(RoomBoard board) {
        var out = new LayoutWriter(LAYOUT)
                .number(board.begunAt())
                .number(board.endedAt())
                .number(board.most())
                .number(board.people())
                .number(board.stays())
                .number(board.stayedMillis())
                .number(board.explained())
                .number(board.explainedSince())
                .text(board.currency())
                .number(board.entries().size());
        new TreeMap<>(board.entries())
                .forEach((source, count) -> out.number(source.number()).number(count));
        board.total().write(out);
        out.number(board.products().size());
        board.products().forEach((product, figures) -> figures.write(out.number(product)));
        write(out, board.seconds());
        write(out, board.minutes());
        out.number(board.arrivals());
        return out.bytes();
    }

    private static void write(LayoutWriter out, SortedMap<Long, Beat> beats) {
        out.number(beats.size());
        beats.forEach((time, beat) -> beat.write(out.number(time)));
    }

    static RoomBoard parse(byte[] bytes) {
        var in = new LayoutReader(bytes);
        int layout = in.layout(LAYOUT);
        var draft = new BoardDraft(RoomBoard.NONE);
        draft.begunAt = in.number();
        draft.endedAt = in.number();
        draft.most = in.number();
        draft.people = in.number();
        draft.stays = in.number();
        draft.stayedMillis = in.number();
        draft.explained = in.number();
        draft.explainedSince = in.number();
        draft.currency = in.text();
        for (int left = in.size(MOST_SOURCES); left > 0; left--) {
            draft.entries.put(Code.of(Source.class, (byte) in.number()), in.number());
        }
        draft.total = Beat.read(in);
        for (int left = in.size(BoardDraft.MOST_PRODUCTS); left > 0; left--) {
            draft.products.put(in.number(), ProductFigures.read(in));
        }
        read(in, draft.seconds, RoomBoard.SECONDS);
        read(in, draft.minutes, RoomBoard.MINUTES);
        draft.arrivals = layout == 1 ? draft.total.viewers() * RoomBoard.newest(draft.seconds) : in.number();
        return draft.board();
    }

    private static void read(LayoutReader in, SortedMap<Long, Beat> beats, int most) {
        for (int left = in.size(most); left > 0; left--) {
            beats.put(in.number(), Beat.read(in));
        }
    }
}
