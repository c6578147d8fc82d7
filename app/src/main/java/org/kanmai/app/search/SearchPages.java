package org.kanmai.app.search;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.kanmai.app.policy.Policies;
import org.kanmai.app.river.River;
import org.kanmai.app.river.seen.Seen;
import org.kanmai.app.search.ProductFinding.Term;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Binary;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PageId;
import org.kanmai.facts.Served;
import org.kanmai.facts.ServedItem;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.springframework.stereotype.Component;

/** Tells the river of pages of results: chosen by rank, each with certainty. */
@Component
class SearchPages {
    private static final byte LAYOUT = 1;

    private final River river;
    private final Seen seen;
    private final Policies policies;
    private final Ids ids;
    private final Clock clock;
    private final RandomGenerator requests = new SecureRandom();

    SearchPages(River river, Seen seen, Policies policies, Ids ids, Clock clock) {
        this.river = river;
        this.seen = seen;
        this.policies = policies;
        this.ids = ids;
        this.clock = clock;
    }

    /** One thing that is shown; {@code place} is by what it stands where it stands. */
    record Shown(Subject subject, double place, List<Term> terms, int durationMillis) {
        Shown {
            terms = List.copyOf(terms);
        }
    }

    /** A page on record, and its proof. */
    record Told(Served served, River.Proof proof) {}

    Told tell(Viewer viewer, List<Shown> shown) {
        var now = clock.instant();
        var served = new Served(
                new PageId(ids.next()),
                now,
                Origin.LIVE,
                viewer.pseudonym(),
                requests.nextLong() >>> 1,
                Surface.SEARCH,
                policies.at(now).version(),
                Seen.stratum(viewer, seen.by(viewer.pseudonym())),
                Binary.EMPTY,
                Binary.EMPTY,
                items(shown),
                Binary.EMPTY);
        return new Told(
                served, river.serve(served, item -> shown.get(item.position()).durationMillis()));
    }

    private List<ServedItem> items(List<Shown> shown) {
        var items = new ArrayList<ServedItem>();
        for (var each : shown) {
            items.add(new ServedItem(
                    new ExposureId(ids.next()),
                    each.subject(),
                    items.size(),
                    Source.SEARCH,
                    SlotKind.RANKED,
                    1,
                    (float) each.place(),
                    terms(each.terms())));
        }
        return items;
    }

    /** Layout 1: the layout, then each term as a 16-bit float. */
    private static Binary terms(List<Term> terms) {
        var bytes = ByteBuffer.allocate(1 + Short.BYTES * terms.size()).put(LAYOUT);
        terms.forEach(term -> bytes.putShort(Float.floatToFloat16((float) term.value())));
        return Binary.of(bytes.array());
    }
}
