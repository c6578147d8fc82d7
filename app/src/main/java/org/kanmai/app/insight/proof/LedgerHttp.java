package org.kanmai.app.insight.proof;

import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Binary;
import org.kanmai.facts.PageId;
import org.kanmai.facts.proof.MerkleProofs;
import org.kanmai.facts.proof.TreeHead;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The traffic ledger in public: what the site has signed, and proofs (GV-17, GV-24). */
@RestController
class LedgerHttp {
    private final LedgerStore store;
    private final LedgerFiles files;
    private final PageProofs pages;

    LedgerHttp(LedgerStore store, LedgerFiles files, PageProofs pages) {
        this.store = store;
        this.files = files;
        this.pages = pages;
    }

    /** A head, in parts and as the line that is signed and chained. */
    record Head(long size, Binary root, Instant at, String key, String line) {
        static Head of(TreeHead head) {
            return new Head(head.size(), head.root(), head.at(), head.key(), head.line());
        }
    }

    /** That the tree of {@code to} entries begins with that of {@code from}; RFC 9162 section 2.1.4.2 tells how to check it. */
    record Consistency(long from, long to, List<Binary> path) {
        Consistency {
            path = List.copyOf(path);
        }
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/ledger/heads")
    Slice<Head> heads(Paging paging) {
        return Slice.of(store.heads(paging.before(), paging.rows()), paging, TreeHead::size)
                .map(Head::of);
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/ledger/consistency")
    Consistency consistency(@RequestParam long from, @RequestParam long to) {
        long size = store.head().map(TreeHead::size).orElse(0L);
        if (from < 1 || from > to || to > size) {
            throw Refusal.invalid("from", "must be at least 1 and at most to, which must be at most " + size);
        }
        return new Consistency(from, to, new MerkleProofs(store::node).consistency(from, to));
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/ledger/pages/{page}")
    PageProof page(@PathVariable PageId page, Viewer viewer) {
        return pages.of(page, viewer);
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/ledger/entries.txt")
    ResponseEntity<Resource> entries() {
        return text(LedgerFiles.ENTRIES);
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/ledger/heads.txt")
    ResponseEntity<Resource> heads() {
        return text(LedgerFiles.HEADS);
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/ledger/keys.txt")
    ResponseEntity<Resource> keys() {
        return text(LedgerFiles.KEYS);
    }

    private ResponseEntity<Resource> text(String name) {
        var file = files.file(name);
        if (!Files.exists(file)) {
            throw Refusal.notFound("head of the ledger");
        }
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(new FileSystemResource(file));
    }
}
