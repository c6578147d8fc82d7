package org.kanmai.launcher.ledger;

import java.io.PrintStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kanmai.facts.Binary;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.PageId;
import org.kanmai.facts.Served;
import org.kanmai.facts.proof.GrowingTree;
import org.kanmai.facts.proof.LedgerEntry;
import org.kanmai.facts.proof.MerkleProofs;

/** Makes proofs from the files alone. */
final class Proving {
    private final LedgerFolder folder;

    Proving(LedgerFolder folder) {
        this.folder = folder;
    }

    /** Returns the lines of the proof that a page is in the newest head; empty when no raw file below it has the page. */
    Optional<String> page(PageId page) {
        var heads = folder.heads();
        if (heads.isEmpty()) {
            return Optional.empty();
        }
        var head = heads.getLast();
        var entries = folder.entries();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            for (int number = 0; number < Math.min(entries.size(), head.size()); number++) {
                var found = page(connection, page, entries.get(number));
                if (found.isPresent()) {
                    var path = proofs(entries).inclusion(number, head.size());
                    return Optional.of(found.get() + "entry " + number + " "
                            + entries.get(number).line() + "\n" + lines("entry-path", path) + "head " + head.line());
                }
            }
            return Optional.empty();
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB does not start", failure);
        }
    }

    /** The record of a page, and where it lies in its segment. */
    private record Found(String lane, int place, Binary body) {}

    private Optional<String> page(Connection connection, PageId page, LedgerEntry entry) {
        var lanes = new HashMap<String, List<byte[]>>();
        var found = new ArrayList<Found>();
        read(connection, entry, (lane, offset, body, hash, marked) -> {
            var hashes = lanes.computeIfAbsent(lane, first -> new ArrayList<>());
            if (isPage(body, page)) {
                found.add(new Found(lane, hashes.size(), Binary.of(body)));
            }
            hashes.add(hash);
        });
        return found.stream().findFirst().map(each -> lines(each, Objects.requireNonNull(lanes.get(each.lane))));
    }

    private static String lines(Found found, List<byte[]> hashes) {
        var path = nodes(hashes).inclusion(found.place, hashes.size());
        return "record " + found.body + "\nplace " + found.lane + " " + found.place + " " + hashes.size() + "\n"
                + lines("record-path", path);
    }

    private static boolean isPage(byte[] body, PageId page) {
        try {
            return FactCodec.read(body)
                    .filter(fact ->
                            fact instanceof Served served && served.page().equals(page))
                    .isPresent();
        } catch (IllegalArgumentException noFact) {
            return false;
        }
    }

    /** Returns the lines of the proof that the tree of {@code to} entries begins with that of {@code from}. */
    List<String> consistency(long from, long to) {
        var entries = folder.entries();
        if (from < 1 || from > to || to > entries.size()) {
            throw new Unreadable("consistency.sizes", entries.size());
        }
        var path = proofs(entries).consistency(from, to);
        return List.of(
                "from " + from + " " + root(entries, from),
                "to " + to + " " + root(entries, to),
                lines("path", path).stripTrailing());
    }

    /** Prints each record of a raw file: its lane, its offset, and its bytes in base64. */
    void records(long file, PrintStream out) {
        var entry = folder.entries().stream()
                .filter(each -> each.file() == file)
                .findFirst()
                .orElseThrow(() -> new Unreadable("no.entry", Long.toString(file)));
        if (!Files.exists(folder.raw(file))) {
            throw new Unreadable("no.file", folder.raw(file));
        }
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            read(
                    connection,
                    entry,
                    (lane, offset, body, hash, marked) -> out.println(
                            lane + " " + offset + " " + Base64.getEncoder().encodeToString(body)));
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB does not start", failure);
        }
    }

    private void read(Connection connection, LedgerEntry entry, RawFile.Each each) {
        var path = folder.raw(entry.file());
        if (!Files.exists(path)) {
            return;
        }
        try {
            new RawFile(path).read(connection, true, each);
        } catch (SQLException undecodable) {
            throw new Unreadable("undecodable", path);
        }
    }

    private static Binary root(List<LedgerEntry> entries, long size) {
        var tree = new GrowingTree();
        entries.subList(0, Math.toIntExact(size)).forEach(entry -> tree.add(entry.bytes()));
        return tree.root();
    }

    private static MerkleProofs proofs(List<LedgerEntry> entries) {
        var nodes = new HashMap<String, byte[]>();
        var tree = new GrowingTree((level, place, hash) -> nodes.put(level + "/" + place, hash));
        entries.forEach(entry -> tree.add(entry.bytes()));
        return proofs(nodes);
    }

    private static MerkleProofs nodes(List<byte[]> hashes) {
        var nodes = new HashMap<String, byte[]>();
        var tree = new GrowingTree((level, place, hash) -> nodes.put(level + "/" + place, hash));
        hashes.forEach(tree::addLeaf);
        return proofs(nodes);
    }

    private static MerkleProofs proofs(Map<String, byte[]> nodes) {
        return new MerkleProofs((level, place) -> Objects.requireNonNull(nodes.get(level + "/" + place)));
    }

    private static String lines(String name, List<Binary> path) {
        var lines = new StringBuilder();
        path.forEach(each -> lines.append(name).append(' ').append(each).append('\n'));
        return lines.toString();
    }
}
