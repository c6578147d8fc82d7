package org.kanmai.app.live.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.kanmai.facts.Code;
import org.kanmai.ranking.rooms.RoomBoard;

/** A figure of a room that is beyond its bar (DX-02, AX-10). */
record Alarm(Kind kind, double figure, double bar) {
    private static final int MINUTE = 60;

    /** Which figure. */
    enum Kind implements Code {
        /** What is explained sells too little: time for something else. */
        LOW_CONVERSION,
        /** Too many leave: time for something else. */
        LEAVING,
        TOO_SLOW,
        TOO_EXPENSIVE
    }

    /** Returns what is beyond its bar at a time; nothing once the room is over. */
    static List<Alarm> of(RoomBoard board, Instant now, BoardSettings bars) {
        var alarms = new ArrayList<Alarm>();
        if (board.over()) {
            return alarms;
        }
        var figures = board.products().get(board.explained());
        var since = Duration.between(Instant.ofEpochMilli(board.explainedSince()), now);
        if (figures != null
                && since.compareTo(bars.settles()) >= 0
                && figures.reached() >= bars.reached()
                && figures.conversion() < bars.conversion()) {
            alarms.add(new Alarm(Kind.LOW_CONVERSION, figures.conversion(), bars.conversion()));
        }
        var minute = board.last(now, MINUTE);
        long were = board.total().viewers() + minute.left();
        double leaving = were == 0 ? 0 : (double) minute.left() / were;
        if (minute.left() >= bars.leavers() && leaving > bars.leaving()) {
            alarms.add(new Alarm(Kind.LEAVING, leaving, bars.leaving()));
        }
        if (minute.slow() >= bars.grumbling()) {
            alarms.add(new Alarm(Kind.TOO_SLOW, minute.slow(), bars.grumbling()));
        }
        if (minute.expensive() >= bars.grumbling()) {
            alarms.add(new Alarm(Kind.TOO_EXPENSIVE, minute.expensive(), bars.grumbling()));
        }
        return alarms;
    }
}
