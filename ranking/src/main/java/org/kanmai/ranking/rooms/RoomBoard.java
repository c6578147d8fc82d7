package org.kanmai.ranking.rooms;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Attended;
import org.kanmai.facts.Code;
import org.kanmai.facts.Conversion;
import org.kanmai.facts.Fact;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomEnded;
import org.kanmai.facts.RoomExplained;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.RoomOpened;
import org.kanmai.facts.RoomSold;
import org.kanmai.facts.Source;
import org.kanmai.ranking.LayoutReader;
import org.kanmai.ranking.LayoutWriter;

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

    private static final int LAYOUT = 2;
    private static final int MOST_PRODUCTS = 500;
    private static final int MOST_SOURCES = 100;
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60_000;

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

    private static long newest(SortedMap<Long, Beat> seconds) {
        return seconds.isEmpty() ? 0 : (seconds.lastKey() + 1) * SECOND - 1;
    }

    /** Returns the board after a fact about the room. */
    public RoomBoard after(Fact.OfRoom fact) {
        var next = new Draft(this);
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
        var next = new Draft(this);
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
        var out = new LayoutWriter(LAYOUT)
                .number(begunAt)
                .number(endedAt)
                .number(most)
                .number(people)
                .number(stays)
                .number(stayedMillis)
                .number(explained)
                .number(explainedSince)
                .text(currency)
                .number(entries.size());
        new TreeMap<>(entries)
                .forEach((source, count) -> out.number(source.number()).number(count));
        total.write(out);
        out.number(products.size());
        products.forEach((product, figures) -> figures.write(out.number(product)));
        write(out, seconds);
        write(out, minutes);
        out.number(arrivals);
        return out.bytes();
    }

    private static void write(LayoutWriter out, SortedMap<Long, Beat> beats) {
        out.number(beats.size());
        beats.forEach((time, beat) -> beat.write(out.number(time)));
    }

    /** Reads the binary form; throws {@link IllegalArgumentException} for anything else. */
    public static RoomBoard parse(byte[] bytes) {
        var in = new LayoutReader(bytes);
        int layout = in.layout(LAYOUT);
        var draft = new Draft(NONE);
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
        for (int left = in.size(MOST_PRODUCTS); left > 0; left--) {
            draft.products.put(in.number(), ProductFigures.read(in));
        }
        read(in, draft.seconds, SECONDS);
        read(in, draft.minutes, MINUTES);
        draft.arrivals = layout == 1 ? draft.total.viewers() * newest(draft.seconds) : in.number();
        return draft.board();
    }

    private static void read(LayoutReader in, SortedMap<Long, Beat> beats, int most) {
        for (int left = in.size(most); left > 0; left--) {
            beats.put(in.number(), Beat.read(in));
        }
    }

    /** A board while it changes. */
    private static final class Draft {
        private long begunAt;
        private long endedAt;
        private long most;
        private long people;
        private long stays;
        private long stayedMillis;
        private long arrivals;
        private final Map<Source, Long> entries = new EnumMap<>(Source.class);
        private long explained;
        private long explainedSince;
        private String currency;
        private Beat total;
        private final TreeMap<Long, ProductFigures> products;
        private final TreeMap<Long, Beat> seconds;
        private final TreeMap<Long, Beat> minutes;

        Draft(RoomBoard from) {
            begunAt = from.begunAt;
            endedAt = from.endedAt;
            most = from.most;
            people = from.people;
            stays = from.stays;
            stayedMillis = from.stayedMillis;
            arrivals = from.arrivals;
            entries.putAll(from.entries);
            explained = from.explained;
            explainedSince = from.explainedSince;
            currency = from.currency;
            total = from.total;
            products = new TreeMap<>(from.products);
            seconds = new TreeMap<>(from.seconds);
            minutes = new TreeMap<>(from.minutes);
        }

        RoomBoard board() {
            return new RoomBoard(
                    begunAt,
                    endedAt,
                    most,
                    people,
                    stays,
                    stayedMillis,
                    arrivals,
                    entries,
                    explained,
                    explainedSince,
                    currency,
                    total,
                    products,
                    seconds,
                    minutes);
        }

        void end(long at) {
            explain(null, at);
            endedAt = at;
            arrivals = 0;
            beat(at, Beat.NONE, 0);
        }

        void explain(@Nullable ProductId product, long at) {
            if (explained != 0) {
                change(explained, figures -> figures.explained(Math.max(0, at - explainedSince)));
            }
            explained = product == null ? 0 : product.value();
            explainedSince = explained == 0 ? 0 : at;
            if (explained != 0) {
                change(explained, figures -> figures.reaching(total.viewers()));
            }
        }

        void sell(RoomSold sold) {
            long at = sold.at().toEpochMilli();
            long product = sold.product().value();
            if (sold.conversion() == Conversion.ORDERED) {
                beat(at, Beat.ordering(), total.viewers());
                change(product, figures -> figures.ordering(product == explained));
                return;
            }
            if (sold.conversion() == Conversion.CARTED) {
                return;
            }
            int sign = sold.conversion() == Conversion.PAID ? 1 : -1;
            long money = sign * counted(sold);
            beat(at, Beat.paying(sign, money), total.viewers());
            change(product, figures -> figures.paying(sign, (long) sign * sold.units(), money));
        }

        private long counted(RoomSold sold) {
            var code = sold.amount().currency().getCurrencyCode();
            currency = currency.isEmpty() ? code : currency;
            return currency.equals(code) ? sold.amount().minor() : 0;
        }

        void attend(Attended fact, boolean first, boolean moved) {
            long at = fact.at().toEpochMilli();
            switch (fact.what()) {
                case ENTERED -> enter(fact, at, first, moved);
                case LEFT -> leave(fact, at, moved);
                case CHATTED -> beat(at, Beat.saying(false, false), total.viewers());
                case FOUND_SLOW -> beat(at, Beat.saying(true, false), total.viewers());
                case FOUND_EXPENSIVE -> beat(at, Beat.saying(false, true), total.viewers());
                case LIKED -> beat(at, Beat.liking(fact.amount()), total.viewers());
                case OPENED_PRODUCT -> open(fact, at, first);
            }
        }

        private void enter(Attended fact, long at, boolean first, boolean moved) {
            if (first) {
                people++;
                entries.merge(fact.source(), 1L, Long::sum);
            }
            if (moved && endedAt == 0) {
                arrivals += at;
                beat(at, Beat.entering(), total.viewers() + 1);
                most = Math.max(most, total.viewers());
                if (explained != 0) {
                    change(explained, figures -> figures.reaching(1));
                }
            }
        }

        private void leave(Attended fact, long at, boolean moved) {
            stays++;
            stayedMillis += fact.amount();
            if (moved) {
                beat(at, Beat.leaving(), Math.max(0, total.viewers() - 1));
                arrivals = total.viewers() == 0 ? 0 : arrivals - (at - fact.amount());
            }
        }

        private void open(Attended fact, long at, boolean first) {
            var product = fact.product();
            if (first && product != null) {
                beat(at, Beat.opening(), total.viewers());
                change(product.value(), figures -> figures.opening(product.value() == explained));
            }
        }

        private void beat(long at, Beat more, long viewers) {
            var now = more.with(viewers);
            total = total.plus(now);
            keep(seconds, Math.floorDiv(at, SECOND), now, SECONDS);
            keep(minutes, Math.floorDiv(at, MINUTE), now, MINUTES);
        }

        private static void keep(NavigableMap<Long, Beat> beats, long time, Beat beat, int most) {
            beats.merge(time, beat, Beat::plus);
            beats.headMap(beats.lastKey() - (most - 1)).clear();
        }

        private void change(long product, UnaryOperator<ProductFigures> how) {
            if (products.containsKey(product) || products.size() < MOST_PRODUCTS) {
                products.put(product, how.apply(products.getOrDefault(product, ProductFigures.NONE)));
            }
        }
    }
}
