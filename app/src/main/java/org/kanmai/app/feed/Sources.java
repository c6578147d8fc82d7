package org.kanmai.app.feed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.content.Works;
import org.kanmai.app.feed.recall.CandidateSource;
import org.kanmai.app.feed.scoring.Situation;
import org.kanmai.app.identity.follows.WeakTies;
import org.kanmai.app.identity.regions.Neighbours;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Source;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/** The sources of the first feed. */
@Component
class Sources {
    private static final int TAGS = 12;
    private static final int CREATORS = 50;
    private static final int LOOKED_AT = 500;

    private final Works works;
    private final PopularWorks popular;
    private final TrendingWorks trending;
    private final SimilarWorks similar;
    private final LearnedWorks learned;
    private final WeakTies ties;
    private final Neighbours neighbours;

    Sources(
            Works works,
            PopularWorks popular,
            TrendingWorks trending,
            SimilarWorks similar,
            LearnedWorks learned,
            WeakTies ties,
            Neighbours neighbours) {
        this.works = works;
        this.popular = popular;
        this.trending = trending;
        this.similar = similar;
        this.learned = learned;
        this.ties = ties;
        this.neighbours = neighbours;
    }

    CandidateSource following() {
        return of(Source.FOLLOWING, (situation, limit) -> works.of(situation.followed(), limit));
    }

    CandidateSource interest() {
        return of(Source.INTEREST, (situation, limit) -> {
            var tags = situation
                    .audience()
                    .interests()
                    .tags(TAGS + situation.muted().size())
                    .stream()
                    .filter(tag -> !situation.muted().contains(tag))
                    .limit(TAGS)
                    .toList();
            return tags.isEmpty() ? List.of() : works.tagged(tags, limit);
        });
    }

    /** What those like who like what the viewer likes. */
    CandidateSource similar() {
        return asking(Source.SIMILAR, similar::find);
    }

    /** What a channel has learned to find from what the viewer likes (TD-18, TD-20). */
    CandidateSource learned(Source channel) {
        return asking(channel, (situation, limit) -> learned.find(channel, situation, limit));
    }

    /** The newest works of those whom several follow of whom the viewer follows. */
    CandidateSource friends() {
        return asking(Source.FRIENDS, (situation, limit) -> {
            var person = situation.viewer().person();
            return person == null ? List.of() : works.of(creators(ties.of(person, CREATORS)), limit);
        });
    }

    private static List<PersonId> creators(List<WeakTies.Tie> ties) {
        return ties.stream().map(WeakTies.Tie::person).toList();
    }

    /** Returns whether the viewer has a region whose works can be shown. */
    boolean isPlaced(Viewer viewer) {
        var person = viewer.person();
        return person != null && neighbours.isPlaced(person);
    }

    /** The newest works of those who live where the viewer does; of a creator and for a viewer who both let that be used. */
    CandidateSource nearby() {
        return asking(Source.NEARBY, (situation, limit) -> {
            var person = situation.viewer().person();
            return person == null ? List.of() : works.of(neighbours.of(person, creators()), limit);
        });
    }

    private Set<PersonId> creators() {
        var creators = new HashSet<PersonId>();
        works.fresh(LOOKED_AT).forEach(candidate -> creators.add(candidate.creator()));
        popular.best(LOOKED_AT).forEach(candidate -> creators.add(candidate.creator()));
        return creators;
    }

    CandidateSource trending() {
        return of(Source.TRENDING, (situation, limit) -> trending.best(limit));
    }

    CandidateSource popular() {
        return of(Source.POPULAR, (situation, limit) -> popular.best(limit));
    }

    CandidateSource fresh() {
        return of(Source.FRESH, (situation, limit) -> works.fresh(limit));
    }

    CandidateSource explore() {
        return of(Source.EXPLORE, (situation, limit) -> works.sample(situation.request(), limit));
    }

    /** What is owed positions, which of these press most first. */
    CandidateSource owed() {
        return of(
                Source.POOL,
                (situation, limit) -> works.candidates(situation.owed().keySet()));
    }

    /** What the viewer has seen, the oldest first, for who asks to watch again. */
    CandidateSource again() {
        return of(Source.AGAIN, (situation, limit) -> {
            var ids = new ArrayList<WorkId>();
            situation.seen().ifPresent(seen -> {
                for (long id : seen.exposed(limit)) {
                    ids.add(new WorkId(id));
                }
            });
            return works.candidates(ids);
        });
    }

    private interface Finding {
        List<Candidate> find(Situation situation, int limit);
    }

    private static CandidateSource of(Source source, Finding finding) {
        return new Channel(source, finding, false);
    }

    private static CandidateSource asking(Source source, Finding finding) {
        return new Channel(source, finding, true);
    }

    private record Channel(Source source, Finding finding, boolean asksAnEngine) implements CandidateSource {
        @Override
        public List<Candidate> find(Situation situation, int limit) {
            return finding.find(situation, limit);
        }
    }
}
