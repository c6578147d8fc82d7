package org.kanmai.simulator.town.ranker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Source;
import org.kanmai.ranking.Measure;
import org.kanmai.ranking.features.Audience;
import org.kanmai.ranking.features.ItemIds;
import org.kanmai.ranking.features.Meeting;
import org.kanmai.ranking.features.SiteShape;
import org.kanmai.ranking.network.Candidate;
import org.kanmai.ranking.network.Network;
import org.kanmai.ranking.network.NetworkSettings;
import org.kanmai.simulator.town.world.Feed;
import org.kanmai.simulator.town.world.Response;
import org.kanmai.simulator.town.world.Town;

/** Ranks by what a network that learns meanwhile tells of each candidate; by the policy's other terms until it has learned enough. */
final class RankerFeed implements Feed {
    private static final double EXPECTED_COMPLETION = 0.3;
    private static final double EXPECTED_LIKING = 0.04;
    private static final double EXPECTATION_WORTH = 30;
    private static final double FRESHNESS_HALVES = 24;

    private final Town town;
    private final Aim aim;
    private final double[] weights;
    private final Newcomers newcomers;
    private final Clock clock;
    private final WorkBook works;
    private final ViewerBook viewers;
    private final Channels channels;
    private final Lessons lessons;
    private @Nullable Visit visit;
    private @Nullable Telling told;
    private long exposures;

    /** A page that is being filled, and for whom. */
    private record Visit(Page page, Audience audience, long begin) {}

    RankerFeed(Aim aim, NetworkSettings settings, Newcomers newcomers, Town town, long seed) {
        this.town = town;
        this.aim = aim;
        this.newcomers = newcomers;
        weights = aim.weights();
        clock = new Clock(town);
        works = new WorkBook(town.works());
        viewers = new ViewerBook(town.viewers());
        channels = new Channels(works, town.viewers(), seed);
        lessons = new Lessons(settings);
    }

    @Override
    public void published(int work) {
        works.published(work);
    }

    @Override
    public void begins(int hour) {
        clock.begins(hour);
        channels.begins();
        if (hour == newcomers.hour()) {
            newcomers.of(town.viewers().size()).forEach(viewers::forget);
        }
    }

    @Override
    public int next(int viewer, int position, int[] taken) {
        return visit(viewer, position).page().next(taken, position);
    }

    /** Returns the page that a position is on, put together when it is the first of it. */
    private Visit visit(int viewer, int position) {
        var open = visit;
        if (open != null && open.page().has(viewer, position)) {
            return open;
        }
        clock.page();
        var network = lessons.at(clock.second());
        var audience = viewers.audience(viewer, clock);
        var page = new Page(viewer, SiteShape.viewer(audience), scored(viewer, audience, network));
        var next = new Visit(page, audience, viewers.free(viewer, clock.second()));
        visit = next;
        return next;
    }

    private Map<Integer, Page.Scored> scored(int viewer, Audience audience, Optional<Network> network) {
        var found = channels.candidates(viewer, audience);
        var ids = new ArrayList<ItemIds>(found.size());
        var candidates = new ArrayList<Candidate>(found.size());
        found.forEach((work, source) -> {
            var each = ids(work, source, audience);
            ids.add(each);
            candidates.add(new Candidate(each.item(), each.cross()));
        });
        var known = SiteShape.viewer(audience);
        float[][] told = network.map(ranker -> ranker.score(known.fields(), known.history(), candidates))
                .orElse(new float[0][]);
        var scored = new LinkedHashMap<Integer, Page.Scored>();
        int place = 0;
        for (var each : found.entrySet()) {
            int work = each.getKey();
            double score = told.length == 0 ? terms(work, audience) : predicted(told[place]);
            scored.put(work, new Page.Scored(each.getValue(), ids.get(place++), score + more(work)));
        }
        return scored;
    }

    private ItemIds ids(int work, Source source, Audience audience) {
        var entry = works.of(work);
        var meeting = new Meeting(
                audience, entry.item(), source, entry.counters().rated(), Instant.ofEpochSecond(clock.second()));
        return new ItemIds(entry.ids(), SiteShape.cross(meeting), new double[0]);
    }

    private double predicted(float[] told) {
        double score = 0;
        for (int head = 0; head < weights.length; head++) {
            score += weights[head] * told[head];
        }
        return score;
    }

    /** The score while nothing has learned enough. */
    private double terms(int work, Audience audience) {
        var entry = works.of(work);
        var counted = entry.counters().rated();
        var item = entry.item();
        double hours = Math.max(0, clock.hour() - town.works().hour(work));
        return aim.rule()
                .score(
                        audience.taste().affinity(item.creator(), item.tags()),
                        counted.rate(Measure.COMPLETED, EXPECTED_COMPLETION, EXPECTATION_WORTH),
                        Math.min(1, 5 * counted.rate(Measure.LIKED, EXPECTED_LIKING, EXPECTATION_WORTH)),
                        StrictMath.pow(0.5, hours / FRESHNESS_HALVES),
                        audience.followed().contains(item.creator()) ? 1 : 0);
    }

    /** What the policy adds for kinds of works, and takes from those that most people were shown. */
    private double more(int work) {
        double reached = (double) town.works().exposures(work) / town.viewers().size();
        return (aim.selling() > 0 && town.commerce().sells(work) ? aim.selling() : 0) - aim.breadth() * reached;
    }

    @Override
    public void shown(int viewer, int work, int position, int outcomes) {
        var open = visit(viewer, position);
        var scored = open.page().shown(work, position);
        var source = scored == null ? Source.POOL : scored.source();
        var ids = scored == null ? ids(work, source, open.audience()) : scored.ids();
        var entry = works.of(work);
        long begin = viewers.free(viewer, open.begin());
        var telling =
                new Telling(++exposures, viewer, town.viewers().stratum(viewer), entry.item(), source, position, begin);
        var served = telling.served(open.page().ids(), ids);
        lessons.tell(served);
        var facts = telling.facts(served, town.works().length(work), outcomes);
        told = telling;
        take(viewer, work, facts);
        entry.watched(facts);
    }

    private void take(int viewer, int work, List<Fact.OfSubject> facts) {
        var entry = works.of(work);
        lessons.tell(facts);
        entry.count(facts);
        viewers.take(viewer, entry.labels(), facts);
        facts.forEach(fact -> viewers.busyUntil(viewer, fact.at().getEpochSecond()));
    }

    @Override
    public void responded(int viewer, int work, Response response) {
        var telling = told;
        if (telling != null) {
            take(viewer, work, telling.facts(response, Instant.ofEpochSecond(viewers.free(viewer, 0))));
        }
    }
}
