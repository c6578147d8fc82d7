package org.kanmai.launcher.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kanmai.facts.proof.LedgerEntry;
import org.kanmai.facts.proof.TreeHead;

/** The files of a ledger below a data folder, or a copy of them: {@code ledger/*.txt} and {@code lake/raw/*.parquet}. */
record LedgerFolder(Path data) {

    /** Throws {@link Unreadable} unless the three files of lines are there. */
    LedgerFolder {
        for (var name : List.of("entries.txt", "heads.txt", "keys.txt")) {
            if (!Files.isReadable(data.resolve("ledger").resolve(name))) {
                throw new Unreadable("no.file", data.resolve("ledger").resolve(name));
            }
        }
    }

    /** Returns all entries, in order. */
    List<LedgerEntry> entries() {
        var entries = new ArrayList<LedgerEntry>();
        for (var line : lines("entries.txt")) {
            try {
                entries.add(LedgerEntry.parse(line));
            } catch (IllegalArgumentException malformed) {
                throw new Unreadable("bad.entry", entries.size());
            }
        }
        return entries;
    }

    /** Returns all heads, the oldest first. */
    List<TreeHead> heads() {
        var heads = new ArrayList<TreeHead>();
        for (var line : lines("heads.txt")) {
            try {
                heads.add(TreeHead.parse(line));
            } catch (IllegalArgumentException malformed) {
                throw new Unreadable("bad.head", heads.size());
            }
        }
        return heads;
    }

    /** Returns the public keys by their names, from a file of lines; the folder's own when none is given. */
    Map<String, PublicKey> keys(Path file) {
        var keys = new HashMap<String, PublicKey>();
        for (var line : lines(file)) {
            var words = line.split(" ", -1);
            try {
                var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(words[words.length - 1]));
                keys.put(words[0], KeyFactory.getInstance("Ed25519").generatePublic(encoded));
            } catch (GeneralSecurityException | IllegalArgumentException malformed) {
                throw new Unreadable("bad.key", words[0]);
            }
        }
        return keys;
    }

    Path ownKeys() {
        return data.resolve("ledger").resolve("keys.txt");
    }

    /** Returns where a raw file lies, or would lie. */
    Path raw(long file) {
        return data.resolve("lake").resolve("raw").resolve(file + ".parquet");
    }

    private List<String> lines(String name) {
        return lines(data.resolve("ledger").resolve(name));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new Unreadable("no.file", file);
        }
    }
}
