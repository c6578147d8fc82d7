package org.kanmai.ranking.rooms;

import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Attended;
import org.kanmai.facts.Conversion;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomSold;
import org.kanmai.facts.Source;

/** A board while it changes. */
final class BoardDraft {
    static final long SECOND = 1_000;
    static final int MOST_PRODUCTS = 500;
    private static final long MINUTE = 60_000;

    long begunAt;
    long endedAt;
    long most;
    long people;
    long stays;
    long stayedMillis;
    long arrivals;
    final Map<Source, Long> entries = new EnumMap<>(Source.class);
    long explained;
    long explainedSince;
    String currency;
    Beat total;
    final TreeMap<Long, ProductFigures> products;
    final TreeMap<Long, Beat> seconds;
    final TreeMap<Long, Beat> minutes;

    BoardDraft(RoomBoard from) {
        begunAt = from.begunAt();
        endedAt = from.endedAt();
        most = from.most();
        people = from.people();
        stays = from.stays();
        stayedMillis = from.stayedMillis();
        arrivals = from.arrivals();
        entries.putAll(from.entries());
        explained = from.explained();
        explainedSince = from.explainedSince();
        currency = from.currency();
        total = from.total();
        products = new TreeMap<>(from.products());
        seconds = new TreeMap<>(from.seconds());
        minutes = new TreeMap<>(from.minutes());
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
        keep(seconds, Math.floorDiv(at, SECOND), now, RoomBoard.SECONDS);
        keep(minutes, Math.floorDiv(at, MINUTE), now, RoomBoard.MINUTES);
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
