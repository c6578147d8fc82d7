package org.kanmai.ranking.rooms;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kanmai.facts.Attended;
import org.kanmai.facts.Fact;
import org.kanmai.facts.RoomEnded;
import org.kanmai.facts.RoomExplained;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.RoomOpened;
import org.kanmai.facts.RoomSold;
import org.kanmai.facts.Source;

/**
 * What the host of a room sees of it. Who writes drops repeated facts, and says of each whether its person is new to the room.
 *
 * @param begunAt when its first picture came, in milliseconds; 0 before
 * @param endedAt when it was over; 0 before
 * @param most most people who were there at once
 * @param people how many came in all, each once
 * @param stays stays that are over, and {@code stayedMillis} how long they were together
 * @param arrivals when those came who are there, in milliseconds, all added up
 * @param entries by which source people came first
 * @param explained what is being explained; 0 for nothing
 * @param currency of all money in it; empty before there is any, and money in another one is not added
 * @param total since it began
 * @param seconds the last three minutes of it, by seconds since 1970
 * @param minutes the last twelve hours of it, by minutes since 1970
 */
public record RoomBoard(
        long begunAt,
        long endedAt,
        long most,
        long people,
        long stays,
        long stayedMillis,
        long arrivals,
        Map<Source, Long> entries,
        long explained,
        long explainedSince,
        String currency,
        Beat total,
        SortedMap<Long, ProductFigures> products,
        SortedMap<Long, Beat> seconds,
        SortedMap<Long, Beat> minutes) {
    /** How many seconds are kept. */
    public static final int SECONDS = 180;

    /** How many minutes are kept. */
    public static final int MINUTES = 720;

    /** The board of a room of which nothing is known. */
    public static final RoomBoard NONE = new RoomBoard(
            0, 0, 0, 0, 0, 0, 0, Map.of(), 0, 0, "", Beat.NONE, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    public RoomBoard {
        entries = Map.copyOf(entries);
        products = Collections.unmodifiableSortedMap(new TreeMap<>(products));
        seconds = Collections.unmodifiableSortedMap(new TreeMap<>(seconds));
        minutes = Collections.unmodifiableSortedMap(new TreeMap<>(minutes));
    }

    /** Returns the Redis key of a room's board. */
    public static String key(RoomId room) {
        return "room:" + room + ":board";
    }

    /** Returns whether the room is over. */
    public boolean over() {
        return endedAt != 0;
    }

    /** Returns how long a stay lasts: of those that are over, and of those who are there up to the newest beat. */
    public long averageStayMillis() {
        long there = total.viewers();
        if (stays + there == 0) {
            return 0;
        }
        return (stayedMillis + Math.max(0, there * newest(seconds) - arrivals)) / (stays + there);
    }

    /** Returns the last millisecond of the newest second. */
    static long newest(SortedMap<Long, Beat> seconds) {
        return seconds.isEmpty() ? 0 : (seconds.lastKey() + 1) * BoardDraft.SECOND - 1;
    }

    /** Returns the board after a fact about the room. */
    public RoomBoard after(Fact.OfRoom fact) {
        var next = new BoardDraft(this);
        switch (fact) {
            case RoomOpened opened -> next.begunAt = opened.at().toEpochMilli();
            case RoomEnded ended -> next.end(ended.at().toEpochMilli());
            case RoomExplained explained ->
                next.explain(explained.product(), explained.at().toEpochMilli());
            case RoomSold sold -> next.sell(sold);
        }
        return next.board();
    }

    /**
     * Returns the board after what somebody did in the room.
     *
     * @param first whether this is the first time: for who entered that they ever did, for who opened a product that they opened it
     * @param moved whether it changes who is there
     */
    public RoomBoard after(Attended fact, boolean first, boolean moved) {
        var next = new BoardDraft(this);
        next.attend(fact, first, moved);
        return next.board();
    }

    /** Returns what happened in the last seconds up to a time; who was there is not said. */
    public Beat last(Instant now, int count) {
        long end = now.getEpochSecond();
        return seconds.subMap(end - count + 1, end + 1).values().stream().reduce(Beat.NONE, Beat::plus);
    }

    /** Returns the binary form. */
    public byte[] bytes() {
        return BoardLayout.bytes(this);
    }

    /** Reads the binary form; throws {@link IllegalArgumentException} for anything else. */
    public static RoomBoard parse(byte[] bytes) {
        return BoardLayout.parse(bytes);
    }
}
