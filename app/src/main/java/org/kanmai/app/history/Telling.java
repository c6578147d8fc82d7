package org.kanmai.app.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kanmai.app.conversation.PastTalk;
import org.kanmai.app.identity.settlers.Deed;
import org.kanmai.app.identity.settlers.Settlers;
import org.kanmai.app.trade.past.Purchase;
import org.kanmai.facts.Fact;
import org.kanmai.facts.PastIds;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.Pseudonym;

/**
 * What a part of the past tells and leaves behind.
 *
 * @param facts what only browsers knew, in the order of time
 * @param seen the works that came into sight of each pseudonym
 */
record Telling(
        List<Fact.OfViewer> facts,
        Map<Pseudonym, Set<Long>> seen,
        List<Settlers.Follow> follows,
        List<PastTalk.Reaction> reactions,
        List<PastTalk.Said> said,
        List<Carted> carted,
        List<Purchase> purchases) {

    /** Units that lay in a cart. */
    record Carted(long id, Deed deed, ProductId product, int units) {}

    /** Returns what pages tell, the same for the same lane; refuses with 422 what cannot have been. */
    static Telling of(List<PastPage> pages, Known known, PastIds ids) {
        var telling = new Telling(
                new ArrayList<>(),
                new HashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        pages.forEach(page -> new Retelling(page, known, ids, telling).tell());
        telling.facts.sort(Comparator.comparing(Fact::at));
        return telling;
    }

    void sight(Pseudonym pseudonym, long work) {
        seen.computeIfAbsent(pseudonym, first -> new HashSet<>()).add(work);
    }

    void comment(long id, Deed deed, String text) {
        said.add(new PastTalk.Said(id, deed, text));
    }
}
