package org.kanmai.app.feed;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.kanmai.app.feed.Feed.Filled;
import org.kanmai.app.feed.Feed.Mixed;
import org.kanmai.app.feed.rooms.RankedRoom;
import org.kanmai.app.feed.scoring.Entry.Term;
import org.kanmai.app.feed.scoring.LearnedScoring;
import org.kanmai.app.feed.scoring.Situation;
import org.kanmai.app.river.River;
import org.kanmai.app.traffic.slots.Pools;
import org.kanmai.distribution.Option;
import org.kanmai.distribution.PagePlan;
import org.kanmai.facts.Binary;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PageId;
import org.kanmai.facts.Served;
import org.kanmai.facts.ServedItem;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.ranking.features.ItemIds;
import org.kanmai.ranking.features.SiteShape;
import org.springframework.stereotype.Component;

/** Tells the river of each page that the feed puts together. */
@Component
class Pages {
    private static final byte LAYOUT = 1;
    private static final int CANDIDATE = 2 * Long.BYTES + 2 * Float.BYTES + 1;

    private final River river;
    private final Ids ids;
    private final FeedSettings settings;
    private final Pools pools;

    Pages(River river, Pools pools, Ids ids, FeedSettings settings) {
        this.river = river;
        this.pools = pools;
        this.ids = ids;
        this.settings = settings;
    }

    /** A page on record, and its proof. */
    record Told(Served served, River.Proof proof) {}

    /** Tells of a page of works, with live rooms behind them, so that the positions of works stay what they were. */
    Told tell(Mixed mixed, List<RankedRoom> rooms) {
        var situation = mixed.situation();
        var items = items(mixed);
        items.addAll(items(rooms, items.size()));
        var told = tell(situation, viewerFeatures(mixed), items, candidates(mixed), lengths(mixed));
        if (situation.isRecommended()) {
            var plan = PagePlan.of(situation.policy().page());
            pools.placed(told.served(), plan.reserved(mixed.items().size()));
        }
        return told;
    }

    /** Tells of a page of live rooms alone. */
    Told tell(Situation situation, List<RankedRoom> rooms) {
        return tell(situation, Binary.EMPTY, items(rooms, 0), Binary.EMPTY, List.of());
    }

    private Told tell(
            Situation situation, Binary viewer, List<ServedItem> items, Binary candidates, List<Integer> lengths) {
        var served = new Served(
                new PageId(ids.next()),
                situation.now(),
                Origin.LIVE,
                situation.viewer().pseudonym(),
                situation.request(),
                situation.surface(),
                situation.policy().version(),
                situation.stratum(),
                Binary.EMPTY,
                viewer,
                items,
                candidates);
        var proof = river.serve(served, item -> item.position() < lengths.size() ? lengths.get(item.position()) : 0);
        return new Told(served, proof);
    }

    private static List<Integer> lengths(Mixed mixed) {
        return mixed.items().stream()
                .map(filled -> filled.entry().candidate().durationMillis())
                .toList();
    }

    private List<ServedItem> items(List<RankedRoom> rooms, int from) {
        var items = new ArrayList<ServedItem>();
        for (var room : rooms) {
            items.add(room.served(new ExposureId(ids.next()), from + items.size()));
        }
        return items;
    }

    private List<ServedItem> items(Mixed mixed) {
        var items = new ArrayList<ServedItem>();
        for (var each : mixed.items()) {
            items.add(new ServedItem(
                    new ExposureId(ids.next()),
                    Subject.work(each.entry().candidate().work()),
                    items.size(),
                    each.entry().source(),
                    each.placed().slot(),
                    each.placed().propensity(),
                    (float) each.entry().score(),
                    itemFeatures(each, mixed.situation())));
        }
        return items;
    }

    /** The ids with which it was scored or would have been, and the terms of its score; of who is not profiled the terms alone. */
    private static Binary itemFeatures(Filled filled, Situation situation) {
        double[] terms = filled.terms().stream().mapToDouble(Term::value).toArray();
        if (!isLearned(situation)) {
            return termsAlone(terms);
        }
        var meeting = LearnedScoring.meeting(filled.entry(), situation, situation.audience());
        return new ItemIds(SiteShape.item(meeting.item()), SiteShape.cross(meeting), terms).logged();
    }

    /** Layout 1: the layout, then each weighted term as a 16-bit float. */
    private static Binary termsAlone(double[] terms) {
        var bytes = ByteBuffer.allocate(1 + Short.BYTES * terms.length).put(LAYOUT);
        for (double term : terms) {
            bytes.putShort(Float.floatToFloat16((float) term));
        }
        return Binary.of(bytes.array());
    }

    /** The ids of the viewer's features; nothing for who is not profiled, and of pages that are not recommended. */
    private static Binary viewerFeatures(Mixed mixed) {
        var situation = mixed.situation();
        return isLearned(situation) ? SiteShape.viewer(situation.audience()).logged() : Binary.EMPTY;
    }

    private static boolean isLearned(Situation situation) {
        return situation.viewer().profiled() && situation.isRecommended();
    }

    /**
     * Layout 1, for one request in so many: the layout, then id, creator, score and claim to reserved positions as 32-bit floats,
     * and source of each that was scored. With the request's number as the seed, the page can be drawn again from it.
     */
    private Binary candidates(Mixed mixed) {
        if (mixed.situation().request() % settings.sampleEvery() != 0) {
            return Binary.EMPTY;
        }
        var kept = mixed.ranked().kept();
        var bytes = ByteBuffer.allocate(1 + CANDIDATE * kept.size()).put(LAYOUT);
        kept.forEach(entry -> put(bytes, entry.option(mixed.situation().claim(entry.candidate())), entry.source()));
        return Binary.of(bytes.array());
    }

    private static void put(ByteBuffer bytes, Option option, Source source) {
        bytes.putLong(option.id())
                .putLong(option.creator())
                .putFloat((float) option.score())
                .putFloat((float) option.reservedWeight())
                .put(source.number());
    }
}
