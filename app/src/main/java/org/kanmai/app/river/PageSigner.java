package org.kanmai.app.river;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.kanmai.facts.Binary;
import org.kanmai.facts.proof.ReportSeal;
import org.kanmai.facts.proof.Sha256;
import org.kanmai.facts.proof.TreeHead;
import org.springframework.stereotype.Component;

/** Signs with the key that signs pages: heads of the traffic ledger, reports under them, documents. All promises have one holder. */
@Component
public class PageSigner {
    private final Keys keys;

    PageSigner(Keys keys) {
        this.keys = keys;
    }

    /**
     * What makes a document the site's own.
     *
     * @param digest SHA-256 of its bytes
     * @param signature Ed25519 over the digest
     * @param key which key signed
     */
    public record Signed(Binary digest, Binary signature, String key) {}

    /** Signs a document. */
    public Signed sign(byte[] document) {
        byte[] digest = new Sha256().plain(document);
        return new Signed(Binary.of(digest), Binary.of(keys.sign(digest)), keys.pageKey());
    }

    /** Returns a signed head; {@code previous} is the hash of the head before it, empty for the first. */
    public TreeHead sign(long size, Binary root, Instant at, Binary previous) {
        return TreeHead.sign(size, root, at, previous, keys.pageKey(), keys::sign);
    }

    /** Returns a signed promise of a month's report, of which the hash is given. */
    public ReportSeal sign(YearMonth month, Binary hash, Instant at) {
        return ReportSeal.sign(month, hash, at, keys.pageKey(), keys::sign);
    }

    /** Returns a line for each key that ever signed: its name, a space, and its public half, X.509 in base64. */
    public List<String> keys() {
        return keys.pageKeys().stream()
                .map(key -> key.key() + " " + key.publicKey())
                .toList();
    }
}
