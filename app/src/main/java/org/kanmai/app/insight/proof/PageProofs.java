package org.kanmai.app.insight.proof;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kanmai.app.identity.Pseudonyms;
import org.kanmai.app.insight.lake.RawRecords;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Role;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PageId;
import org.kanmai.facts.Served;
import org.kanmai.facts.proof.GrowingTree;
import org.kanmai.facts.proof.MerkleProofs;
import org.springframework.stereotype.Component;

/** Shows people that the pages they were served are in the ledger. */
@Component
class PageProofs {
    /** Before that a page may be on its way into the lake, so that it is missing says nothing. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(10);

    private final RawRecords raw;
    private final LedgerStore store;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    PageProofs(RawRecords raw, LedgerStore store, Pseudonyms pseudonyms, Clock clock) {
        this.raw = raw;
        this.store = store;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /** Returns the proof for a page of one's own, or, for auditors and operators, of anybody's. */
    PageProof of(PageId page, Viewer viewer) {
        var found = raw.page(page).filter(each -> mayKnow(viewer, each)).orElseThrow(() -> missing(page));
        var head = store.head();
        var entry = store.entryOf(found.file())
                .filter(number -> head.isPresent() && number < head.get().size());
        if (entry.isEmpty()) {
            throw notYet();
        }
        var signed = head.orElseThrow();
        var path = new MerkleProofs(store::node).inclusion(entry.get(), signed.size());
        return new PageProof(
                page,
                found.records().get(found.place()),
                found.lane(),
                found.place(),
                found.records().size(),
                segment(found).inclusion(found.place(), found.records().size()),
                entry.get(),
                store.entries(entry.get(), 1).getFirst(),
                path,
                signed.line());
    }

    private Refusal missing(PageId page) {
        boolean late = Ids.madeAt(page.value()).plus(ON_ITS_WAY).isBefore(clock.instant());
        return late ? Refusal.notFound("page") : notYet();
    }

    private static Refusal notYet() {
        return Refusal.conflict(
                "not-sealed-yet", "Not in a head yet", "The ledger is sealed every few minutes; ask again then.");
    }

    private boolean mayKnow(Viewer viewer, RawRecords.Found found) {
        return viewer.is(Role.AUDITOR)
                || viewer.is(Role.OPERATOR)
                || served(found)
                        .filter(page -> pseudonyms.belongs(viewer, page.pseudonym()))
                        .isPresent();
    }

    private static Optional<Served> served(RawRecords.Found found) {
        return FactCodec.read(found.records().get(found.place()).bytes())
                .filter(Served.class::isInstance)
                .map(Served.class::cast);
    }

    private static MerkleProofs segment(RawRecords.Found found) {
        Map<String, byte[]> nodes = new HashMap<>();
        var tree = new GrowingTree((level, place, hash) -> nodes.put(level + "/" + place, hash));
        found.records().forEach(record -> tree.add(record.bytes()));
        return new MerkleProofs((level, place) -> Objects.requireNonNull(nodes.get(level + "/" + place)));
    }
}
