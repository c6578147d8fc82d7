package org.kanmai.ranking.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Conversion;
import org.kanmai.facts.Converted;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Opened;
import org.kanmai.facts.Origin;
import org.kanmai.facts.Served;
import org.kanmai.facts.ServedItem;
import org.kanmai.facts.Shared;
import org.kanmai.facts.Source;
import org.kanmai.facts.SubjectKind;
import org.kanmai.facts.Target;
import org.kanmai.facts.Watched;
import org.kanmai.ranking.LayoutReader;
import org.kanmai.ranking.LayoutWriter;
import org.kanmai.ranking.features.Head;
import org.kanmai.ranking.features.ItemIds;
import org.kanmai.ranking.features.ViewerIds;

/**
 * Joins what was shown with what followed (TD-16, TD-23). An exposure is told of once it is over, or after 20 seconds; what takes
 * longer, and what comes or is taken back later, is told as another example of the same exposure, within a day.
 *
 * <p>Nothing is made of pages whose viewer did not agree to be profiled (they have no features), of what was asked for, or
 * of what was paid for.
 */
final class ExampleJoin {
    /** How many items of pages of one partition are kept at most; then the oldest are let go. */
    static final int MOST = 4_000;

    private static final long UNSEEN = Duration.ofHours(1).toSeconds();
    private static final long KEPT = Duration.ofDays(1).toSeconds();
    private static final long SWEPT = 60;

    private final Map<Long, Waiting> waiting = new LinkedHashMap<>();
    private final Set<Long> touched = new LinkedHashSet<>();
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private long swept;

    /** When to look at an exposure again. */
    private record Due(long second, long exposure) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int order = Long.compare(second, other.second);
            return order != 0 ? order : Long.compare(exposure, other.exposure);
        }
    }

    /** Takes the next fact of a viewer; of what is told of the past nobody could have learned sooner. */
    void take(Fact fact) {
        if (fact.origin() == Origin.LIVE) {
            heard(fact);
        }
        join(fact);
    }

    private void heard(Fact fact) {
        var exposure = switch (fact) {
            case Exposed exposed -> exposed.terms().exposure();
            case Watched watched -> watched.exposure();
            case Shared shared -> shared.exposure();
            case Opened opened -> opened.exposure();
            case Engaged engaged -> engaged.exposure();
            case Converted converted -> converted.exposure();
            default -> null;
        };
        var found = exposure == null ? null : waiting.get(exposure.value());
        if (found != null) {
            found.heard(fact.at());
        }
    }

    private void join(Fact fact) {
        switch (fact) {
            case Served served -> served(served);
            case Exposed exposed -> of(exposed.terms().exposure(), each -> exposed(exposed, each));
            case Watched watched -> of(watched.exposure(), each -> watched(watched, each));
            case Shared shared -> of(shared.exposure(), each -> each.did(Head.SHARE, true));
            case Opened opened -> opened(opened);
            case Engaged engaged -> engaged(engaged);
            case Converted converted -> converted(converted);
            default -> {}
        }
    }

    private void served(Served served) {
        if (served.features().isEmpty()) {
            return;
        }
        try {
            var viewer = ViewerIds.parse(served.features());
            for (var item : served.items()) {
                if (isLearned(item)) {
                    var ids = ItemIds.parse(item.features());
                    waiting.putIfAbsent(
                            item.exposure().value(),
                            new Waiting(viewer, ids, served.at().getEpochSecond()));
                }
            }
        } catch (IllegalArgumentException older) {
            return;
        }
        var oldest = waiting.keySet().iterator();
        while (waiting.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
    }

    private static boolean isLearned(ServedItem item) {
        var source = item.source();
        return item.subject().kind() == SubjectKind.WORK
                && !item.features().isEmpty()
                && source != Source.AGAIN
                && source != Source.DIRECT
                && source != Source.SEARCH
                && source != Source.BOUGHT;
    }

    private void of(@Nullable ExposureId exposure, Consumer<Waiting> act) {
        var found = exposure == null ? null : waiting.get(exposure.value());
        if (exposure != null && found != null) {
            act.accept(found);
            touched.add(exposure.value());
        }
    }

    private void exposed(Exposed exposed, Waiting each) {
        each.exposed(exposed.at().getEpochSecond());
        dueFrom(exposed.terms().exposure().value(), each);
    }

    private void watched(Watched watched, Waiting each) {
        if (each.watched(watched) && each.exposed() != 0) {
            dueFrom(watched.exposure().value(), each);
        }
    }

    private void dueFrom(long exposure, Waiting each) {
        for (long second : each.due()) {
            due.add(new Due(second, exposure));
        }
    }

    private void opened(Opened opened) {
        if (opened.target() == Target.PRODUCT) {
            of(opened.exposure(), each -> each.did(Head.OPEN, true));
        }
    }

    private void engaged(Engaged engaged) {
        of(engaged.exposure(), each -> {
            switch (engaged.engagement()) {
                case LIKED -> each.did(Head.LIKE, true);
                case UNLIKED -> each.did(Head.LIKE, false);
                case COMMENTED -> each.did(Head.COMMENT, true);
                case UNCOMMENTED -> each.did(Head.COMMENT, false);
                case FOLLOWED -> each.did(Head.FOLLOW, true);
                case UNFOLLOWED -> each.did(Head.FOLLOW, false);
                case NOT_INTERESTED, REPORTED, BLOCKED -> each.did(Head.DISLIKE, true);
                case INTERESTED, UNBLOCKED -> each.did(Head.DISLIKE, false);
                case FAVOURITED, UNFAVOURITED, DOWNLOADED -> {}
            }
        });
    }

    private void converted(Converted converted) {
        if (converted.conversion() == Conversion.PAID) {
            of(converted.exposure(), each -> each.did(Head.ORDER, true));
        } else if (converted.conversion() == Conversion.REFUNDED) {
            of(converted.exposure(), each -> each.did(Head.ORDER, false));
        }
    }

    /** Is given an exposure of which something can be told that was not told before. */
    @FunctionalInterface
    interface Told {
        /** Takes its number, the exposure itself, and what is news of it. */
        void told(long exposure, Waiting of, Labelled news);
    }

    /** Returns what can be told by a time and was not told before, with the exposures' numbers, and lets go what is over. */
    Map<Long, Labelled> settle(Instant time) {
        var told = new LinkedHashMap<Long, Labelled>();
        settle(time, (exposure, of, news) -> told.put(exposure, news));
        return told;
    }

    /** Tells what can be told by a time and was not told before, and lets go what is over. */
    void settle(Instant time, Told told) {
        long now = time.getEpochSecond();
        while (!due.isEmpty() && due.peek().second() <= now) {
            touched.add(due.remove().exposure());
        }
        for (long exposure : touched) {
            var found = waiting.get(exposure);
            if (found != null) {
                tell(exposure, found, now, told);
            }
        }
        touched.clear();
        letGo(now);
    }

    private static void tell(long exposure, Waiting each, long now, Told told) {
        var news = each.tell(now);
        if (!news.labels().isEmpty()) {
            told.told(exposure, each, news);
        }
    }

    /** Looks at all of them, so it does that once a minute. */
    private void letGo(long now) {
        if (now - swept >= SWEPT) {
            swept = now;
            waiting.values().removeIf(each -> each.served() + (each.exposed() == 0 ? UNSEEN : KEPT) < now);
        }
    }

    int size() {
        return waiting.size();
    }

    void write(LayoutWriter out) {
        var pages = new IdentityHashMap<ViewerIds, Integer>();
        var viewers = new ArrayList<ViewerIds>();
        for (var each : waiting.values()) {
            if (pages.putIfAbsent(each.viewer(), viewers.size()) == null) {
                viewers.add(each.viewer());
            }
        }
        out.number(viewers.size());
        viewers.forEach(viewer -> viewer.write(out));
        out.number(waiting.size());
        waiting.forEach((exposure, each) -> {
            out.number(exposure).number(pages.getOrDefault(each.viewer(), 0));
            each.write(out);
        });
    }

    static ExampleJoin read(LayoutReader in) {
        List<ViewerIds> viewers = new ArrayList<>();
        for (int left = in.size(MOST); left > 0; left--) {
            viewers.add(ViewerIds.read(in));
        }
        var join = new ExampleJoin();
        for (int left = in.size(MOST); left > 0; left--) {
            long exposure = in.number();
            var each = Waiting.read(in, viewers.get(in.size(viewers.size() - 1)));
            join.waiting.put(exposure, each);
            join.touched.add(exposure);
            if (each.exposed() != 0) {
                join.dueFrom(exposure, each);
            }
        }
        return join;
    }
}
