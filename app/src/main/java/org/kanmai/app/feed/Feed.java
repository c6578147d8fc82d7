package org.kanmai.app.feed;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.kanmai.app.content.Work;
import org.kanmai.app.content.Works;
import org.kanmai.app.conversation.muted.MutedTags;
import org.kanmai.app.feed.Candidates.Ranked;
import org.kanmai.app.feed.scoring.Entry;
import org.kanmai.app.feed.scoring.Entry.Term;
import org.kanmai.app.feed.scoring.Rankers;
import org.kanmai.app.feed.scoring.Scoring;
import org.kanmai.app.feed.scoring.Situation;
import org.kanmai.app.identity.People;
import org.kanmai.app.policy.Policies;
import org.kanmai.app.river.seen.Seen;
import org.kanmai.app.traffic.slots.Pools;
import org.kanmai.app.web.Viewer;
import org.kanmai.distribution.PageDraw;
import org.kanmai.distribution.PagePlan;
import org.kanmai.distribution.Placed;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Surface;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.WorkCounters;
import org.springframework.stereotype.Component;

/** Puts a page together: who asks, what could be shown, what is drawn, and, last, whether it may be shown. */
@Component
class Feed {
    private static final int FOLLOWED = 2_000;
    private static final int DRAWS = 3;
    private static final PagePlan BY_RANK = new PagePlan(List.of(SlotKind.RANKED));

    private final Candidates candidates;
    private final Audiences audiences;
    private final Rankers rankers;
    private final Sources sources;
    private final Works works;
    private final People people;
    private final MutedTags muted;
    private final Seen seen;
    private final Policies policies;
    private final Pools pools;
    private final Clock clock;
    private final FeedSettings settings;
    private final RandomGenerator requests = new SecureRandom();

    Feed(
            Candidates candidates,
            Audiences audiences,
            Rankers rankers,
            Sources sources,
            Works works,
            People people,
            MutedTags muted,
            Seen seen,
            Policies policies,
            Pools pools,
            Clock clock,
            FeedSettings settings) {
        this.candidates = candidates;
        this.audiences = audiences;
        this.rankers = rankers;
        this.sources = sources;
        this.works = works;
        this.people = people;
        this.muted = muted;
        this.seen = seen;
        this.policies = policies;
        this.pools = pools;
        this.clock = clock;
        this.settings = settings;
    }

    /** A page before it is told to the log. */
    record Mixed(Situation situation, State state, List<Filled> items, Ranked ranked) {}

    /** One position: what was placed, the work as the viewer sees it, and by what it came to its score. */
    record Filled(Entry entry, Placed placed, Work work, List<Term> terms) {
        Filled with(List<Term> explained) {
            return new Filled(entry, placed, work, explained);
        }
    }

    /** How the page came to be. */
    enum State implements org.kanmai.facts.Code {
        OK,
        UP_TO_DATE,
        FOLLOWS_ONLY,
        REGION_UNKNOWN
    }

    /** Mixes a page; who loads it anew before having looked at it still has it to see, if there is nothing newer. */
    Mixed mix(Viewer viewer, Surface surface, int count, boolean again) {
        var situation = situation(viewer, surface, again);
        var mixed = mix(situation, count);
        return mixed.state() == State.UP_TO_DATE && !again ? mix(situation.withoutServed(), count) : mixed;
    }

    /** Returns the page of one work that its viewer asked for by its address; empty unless everybody may see it. */
    Optional<Mixed> open(Viewer viewer, WorkId id) {
        var work = works.visible(viewer, List.of(id)).get(id);
        var candidate = works.published(List.of(id)).get(id);
        if (work == null || candidate == null) {
            return Optional.empty();
        }
        var entry = new Entry(candidate, Source.DIRECT, WorkCounters.NONE, List.of());
        var placed = new Placed(entry.option(0), SlotKind.RANKED, 1);
        return Optional.of(new Mixed(
                asked(viewer, Surface.WORK_PAGE),
                State.OK,
                List.of(new Filled(entry, placed, work, List.of())),
                new Ranked(List.of(entry), List.of())));
    }

    /** Returns where a work stands for its viewer now, and where it would without what is known of the viewer; empty unless everybody may see it. */
    Optional<WhatIf.Answer> whatIf(Viewer viewer, WorkId id) {
        var candidate = works.published(List.of(id)).get(id);
        if (candidate == null || !works.visible(viewer, List.of(id)).containsKey(id)) {
            return Optional.empty();
        }
        var situation = situation(viewer, Surface.FOR_YOU, false);
        var recipe = recommending(situation);
        var kept = candidates.rank(recipe, situation).kept();
        return Optional.of(new WhatIf(recipe.scoring(), situation, candidates.with(kept, candidate), id).answer());
    }

    /** Nothing of the viewer goes into a page that was asked for by its address, but for the class of the audience. */
    Situation asked(Viewer viewer, Surface surface) {
        var now = clock.instant();
        return new Situation(
                requests.nextLong() >>> 1,
                now,
                viewer,
                surface,
                false,
                seen.by(viewer.pseudonym()),
                audiences.anybody(surface, now),
                Set.of(),
                Set.of(),
                Set.of(),
                policies.at(now),
                Map.of());
    }

    private Mixed mix(Situation situation, int count) {
        boolean blind = situation.seen().isEmpty();
        var recipe = recipe(situation);
        var ranked = candidates.rank(recipe, situation);
        var drawn = fill(ranked, situation, count);
        var items = explained(drawn.shown(), recipe.scoring(), situation);
        var state = blind ? State.FOLLOWS_ONLY : items.isEmpty() ? nothing(situation) : State.OK;
        return new Mixed(situation, state, items, drawn.from());
    }

    private State nothing(Situation situation) {
        return situation.surface() == Surface.NEARBY && !sources.isPlaced(situation.viewer())
                ? State.REGION_UNKNOWN
                : State.UP_TO_DATE;
    }

    private static List<Filled> explained(List<Filled> shown, Scoring scoring, Situation situation) {
        var terms = scoring.explain(shown.stream().map(Filled::entry).toList(), situation);
        var explained = new ArrayList<Filled>(shown.size());
        for (int at = 0; at < terms.size(); at++) {
            explained.add(shown.get(at).with(terms.get(at)));
        }
        return explained;
    }

    /** Returns what is known of a viewer who looks at a surface now. */
    Situation situation(Viewer viewer, Surface surface, boolean again) {
        var person = viewer.person();
        var now = clock.instant();
        boolean recommended = surface == Surface.FOR_YOU && !again;
        var known = seen.by(viewer.pseudonym());
        Set<PersonId> followed = person == null ? Set.of() : new HashSet<PersonId>(people.followed(person, FOLLOWED));
        return new Situation(
                requests.nextLong() >>> 1,
                now,
                viewer,
                surface,
                again,
                known,
                audiences.of(viewer, followed, Seen.stratum(viewer, known), surface, now),
                followed,
                person == null ? Set.of() : people.blocked(person),
                person == null || surface == Surface.FOLLOWING || again ? Set.of() : muted.of(person),
                policies.at(now),
                recommended ? pools.owed(settings.perSource()) : Map.of());
    }

    private Recipe recipe(Situation situation) {
        var recipe = situation.seen().isEmpty() ? Recipe.following(sources) : seeing(situation);
        return situation.again() ? recipe.again(sources) : recipe;
    }

    private Recipe seeing(Situation situation) {
        var weights = situation.policy().ranking();
        return switch (situation.surface()) {
            case FOLLOWING -> Recipe.following(sources);
            case HOT -> Recipe.hot(sources, pools, weights);
            case NEARBY -> Recipe.nearby(sources, pools, weights);
            default -> recommending(situation);
        };
    }

    private Recipe recommending(Situation situation) {
        var weights = situation.policy().ranking();
        return situation.viewer().profiled()
                ? Recipe.forYou(sources, pools, rankers.inForce(weights))
                : Recipe.forAnybody(sources, pools, weights);
    }

    /** What is shown, and all that it was drawn from: so that the page can be drawn again. */
    private record Drawn(List<Filled> shown, Ranked from) {}

    /** Draws, asks whether what was drawn may be shown and its pool has a position left, and draws again without what may not. */
    private Drawn fill(Ranked ranked, Situation situation, int count) {
        var forbidden = new HashSet<Long>();
        for (int draws = 0; ; draws++) {
            var placed = draw(ranked, situation, count, forbidden);
            var shown = taken(shown(ranked, placed, situation), situation);
            if (shown.size() == placed.size() || draws == DRAWS) {
                return new Drawn(shown, ranked.without(forbidden));
            }
            placed.forEach(each -> forbidden.add(each.option().id()));
            shown.forEach(each -> forbidden.remove(each.entry().id()));
            giveBack(shown, situation);
        }
    }

    /** Takes a position for each work that is in an open pool, and leaves out those that get none. */
    private List<Filled> taken(List<Filled> shown, Situation situation) {
        if (!situation.isRecommended()) {
            return shown;
        }
        var lacking = new HashSet<>(pools.take(works(shown)));
        return shown.stream()
                .filter(each -> !lacking.contains(each.work().id()))
                .toList();
    }

    private void giveBack(List<Filled> shown, Situation situation) {
        if (situation.isRecommended()) {
            pools.giveBack(works(shown));
        }
    }

    private static List<WorkId> works(List<Filled> shown) {
        return shown.stream().map(each -> each.work().id()).toList();
    }

    private List<Placed> draw(Ranked ranked, Situation situation, int count, Set<Long> forbidden) {
        boolean mixed = situation.isRecommended();
        var plan = mixed ? PagePlan.of(situation.policy().page()) : BY_RANK;
        int perCreator = mixed ? settings.perCreator() : count;
        var options = ranked.kept().stream()
                .filter(entry -> !forbidden.contains(entry.id()))
                .map(entry -> entry.option(situation.claim(entry.candidate())))
                .toList();
        return new PageDraw(plan, settings.temperature(), perCreator)
                .draw(options, count, new SplittableRandom(situation.request()));
    }

    private List<Filled> shown(Ranked ranked, List<Placed> placed, Situation situation) {
        var ids = placed.stream().map(each -> new WorkId(each.option().id())).toList();
        var visible = works.visible(situation.viewer(), ids);
        var filled = new ArrayList<Filled>();
        for (var each : placed) {
            var work = visible.get(new WorkId(each.option().id()));
            if (work != null) {
                var entry = entry(ranked, each);
                filled.add(new Filled(each.slot() == SlotKind.RESERVED ? entry.owed() : entry, each, work, List.of()));
            }
        }
        return filled;
    }

    private static Entry entry(Ranked ranked, Placed placed) {
        return ranked.kept().stream()
                .filter(entry -> entry.id() == placed.option().id())
                .findFirst()
                .orElseThrow();
    }
}
