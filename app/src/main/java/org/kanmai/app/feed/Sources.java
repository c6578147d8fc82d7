package org.kanmai.app.feed;

import java.util.ArrayList;
import java.util.List;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.content.Works;
import org.kanmai.app.feed.scoring.Situation;
import org.kanmai.facts.Source;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/** The sources of the first feed. */
@Component
class Sources {
    private static final int TAGS = 12;

    private final Works works;
    private final PopularWorks popular;

    Sources(Works works, PopularWorks popular) {
        this.works = works;
        this.popular = popular;
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
        return new CandidateSource() {
            @Override
            public Source source() {
                return source;
            }

            @Override
            public List<Candidate> find(Situation situation, int limit) {
                return finding.find(situation, limit);
            }
        };
    }
}
