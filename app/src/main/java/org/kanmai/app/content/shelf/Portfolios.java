package org.kanmai.app.content.shelf;

import java.util.List;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.content.Reactions;
import org.kanmai.app.identity.Creations;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;

/** Tells a profile how much its person published and how well that is liked. */
@Component
class Portfolios implements Creations {
    private static final int MOST = 10_000;

    private final Shelf shelf;
    private final Reactions reactions;

    Portfolios(Shelf shelf, Reactions reactions) {
        this.shelf = shelf;
        this.reactions = reactions;
    }

    @Override
    public Tally of(PersonId creator) {
        var works =
                shelf.of(List.of(creator), MOST).stream().map(Candidate::work).toList();
        long likes = reactions.counts(works).values().stream()
                .mapToLong(Reactions.Counted::likes)
                .sum();
        return new Tally(works.size(), likes);
    }
}
