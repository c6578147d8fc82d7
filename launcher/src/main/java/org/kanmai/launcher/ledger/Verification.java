package org.kanmai.launcher.ledger;

import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kanmai.facts.Binary;
import org.kanmai.facts.proof.GrowingTree;
import org.kanmai.facts.proof.LedgerEntry;
import org.kanmai.facts.proof.TreeHead;

/**
 * Checks all that a ledger claims: each head is signed and names the one before, each extends the one before (their trees are grown
 * again from the entries), no lane of the log goes backwards, and the raw files that are still there hold what the entries say.
 */
final class Verification {
    private final LedgerFolder folder;
    private final Map<String, PublicKey> keys;
    private final Findings findings = new Findings();
    private final Progress progress;

    Verification(LedgerFolder folder, Path keys, Progress progress) {
        this.folder = folder;
        this.keys = folder.keys(keys);
        this.progress = progress;
    }

    /**
     * What was found.
     *
     * @param unsigned entries after the newest head
     * @param dropped entries whose raw file is gone; retention removes old ones, and their hashes stay
     */
    record Result(long heads, long entries, long unsigned, long records, long dropped, Findings findings) {}

    Result run() {
        try (var records = new RecordCheck(folder, findings, progress)) {
            return run(records);
        }
    }

    private Result run(RecordCheck check) {
        var heads = folder.heads();
        var entries = folder.entries();
        checkChain(heads);
        long signed = checkTree(heads, entries);
        checkLanes(entries);
        var records = check.run(entries);
        return new Result(
                heads.size(), entries.size(), entries.size() - signed, records.records(), records.dropped(), findings);
    }

    private void checkChain(List<TreeHead> heads) {
        var previous = Binary.EMPTY;
        var at = Instant.MIN;
        long size = 0;
        for (int number = 0; number < heads.size(); number++) {
            var head = heads.get(number);
            var key = keys.get(head.key());
            if (key == null) {
                findings.add("head.key", number, head.key());
            } else if (!head.isSignedBy(key)) {
                findings.add("head.signature", number, head.size());
            }
            if (!head.previous().equals(previous)) {
                findings.add("head.chain", number);
            }
            if (head.size() <= size || head.at().isBefore(at)) {
                findings.add("head.order", number);
            }
            previous = head.hash();
            at = head.at();
            size = head.size();
        }
    }

    /** Returns how many entries are in the newest head. */
    private long checkTree(List<TreeHead> heads, List<LedgerEntry> entries) {
        var roots = new HashMap<Long, Binary>();
        heads.forEach(head -> roots.put(head.size(), head.root()));
        var tree = new GrowingTree();
        for (var entry : entries) {
            tree.add(entry.bytes());
            var root = roots.remove(tree.size());
            if (root != null && !root.equals(tree.root())) {
                findings.add("head.root", tree.size());
            }
        }
        roots.keySet().stream().sorted().forEach(size -> findings.add("head.beyond", size, entries.size()));
        return heads.isEmpty() ? 0 : Math.min(entries.size(), heads.getLast().size());
    }

    private void checkLanes(List<LedgerEntry> entries) {
        var ends = new HashMap<String, Long>();
        for (int number = 0; number < entries.size(); number++) {
            for (var segment : entries.get(number).segments()) {
                var end = ends.put(segment.lane(), segment.to());
                if (end != null && segment.from() < end) {
                    findings.add("lane.twice", number, segment.lane(), segment.from());
                }
            }
        }
    }
}
