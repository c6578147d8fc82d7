package org.kanmai.app.insight.proof;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import org.kanmai.app.river.PageSigner;
import org.kanmai.facts.Binary;
import org.kanmai.facts.proof.GrowingTree;
import org.kanmai.facts.proof.TreeHead;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Appends what is new in the lake to the ledger and signs a head over all of it. */
@Component
public class Ledger {
    private static final int AT_ONCE = 1_000;

    private final LedgerStore store;
    private final PageSigner signer;
    private final Clock clock;

    Ledger(LedgerStore store, PageSigner signer, Clock clock) {
        this.store = store;
        this.signer = signer;
        this.clock = clock;
    }

    /** Returns the newest head; empty before the first. */
    public Optional<TreeHead> head() {
        return store.head();
    }

    /** Seals at most so many files as are sealed at once; returns the new head, or nothing when there is nothing new. */
    @Transactional
    public Optional<TreeHead> seal() {
        store.lock();
        var entries = store.unsealed(AT_ONCE);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        var former = store.head();
        long size = former.map(TreeHead::size).orElse(0L);
        var nodes = new ArrayList<LedgerStore.Node>();
        var tree = new GrowingTree(
                size,
                store::node,
                (level, place, hash) -> nodes.add(new LedgerStore.Node(level, place, Binary.of(hash))));
        entries.forEach(entry -> tree.add(entry.bytes()));
        store.append(size, entries);
        store.add(nodes);
        var head = signer.sign(
                tree.size(),
                tree.root(),
                clock.instant(),
                former.map(TreeHead::hash).orElse(Binary.EMPTY));
        store.add(head);
        return Optional.of(head);
    }
}
