package org.kanmai.launcher.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.facts.Binary;
import org.kanmai.facts.proof.GrowingTree;
import org.kanmai.facts.proof.LedgerEntry;
import org.kanmai.facts.proof.MerkleChecks;
import org.kanmai.facts.proof.Sha256;
import org.kanmai.facts.proof.TreeHead;
import org.kanmai.launcher.Words;

/** Whatever is done to a ledger afterwards is found, and named. */
@Tag("GV-17")
class LedgerCommandTests {
    @TempDir
    Path data;

    private MadeUpLedger ledger;
    private String said = "";

    @BeforeEach
    void aLedgerIsThere() throws Exception {
        ledger = new MadeUpLedger(data);
    }

    @Test
    void aLedgerThatNobodyTouchedIsWell() {
        assertThat(run("verify")).as(said).isZero();
        assertThat(said).contains("5 heads, 5 entries, 400 records").contains("All is well");
    }

    @Test
    void aFlippedByteIsNamedToItsRecord() throws Exception {
        flip(raw(3), "\"page\":\"31004\"", 8);
        assertThat(run("verify")).isEqualTo(1);
        assertThat(said)
                .contains("Entry 2: viewer/1 80-119 is not what was promised")
                .contains("Entry 2: the record of viewer/1 at offset 84 was changed")
                .contains("2 things are wrong");
    }

    @Test
    void theSameRecordsWrittenAnotherWayAreTheSameRecords() throws Exception {
        writeAnew(2, "order by log_offset desc", "compression zstd");
        writeAnew(3, "order by partition desc, log_offset", "compression gzip");
        writeAnew(4, "order by partition, log_offset", "compression zstd, parquet_version v2");
        assertThat(run("verify")).as(said).isZero();
        assertThat(said).contains("400 records").contains("All is well");

        writeAnew(5, "where not (log_offset = 170 and partition = 0) order by log_offset", "compression zstd");
        assertThat(run("verify")).isEqualTo(1);
        assertThat(said)
                .contains("399 records")
                .contains("Entry 4: viewer/0 160-199 is not what was promised")
                .contains("1 things are wrong");
    }

    @Test
    void aFileThatDoesNotDecodeIsNamedWithItsSegments() throws Exception {
        var bytes = Files.readAllBytes(raw(4));
        Arrays.fill(bytes, bytes.length - 200, bytes.length - 8, (byte) 0x5a);
        Files.write(raw(4), bytes);
        assertThat(run("verify")).isEqualTo(1);
        assertThat(said)
                .contains("Entry 3: the file 4.parquet does not decode; it holds viewer/0 120-159, viewer/1 120-159");
    }

    @Test
    void aFileThatIsGoneIsSaidToBeGone() throws Exception {
        Files.delete(raw(1));
        assertThat(run("verify")).isZero();
        assertThat(said).contains("1 entries have no raw file here");
    }

    @Test
    void anEntryThatIsLeftOutAddedOrChangedIsFound() throws Exception {
        var lines = ledger.entries.stream().map(LedgerEntry::line).toList();
        var without = new ArrayList<>(lines);
        without.remove(1);
        ledger.lines("entries.txt", without);
        assertThat(run("verify")).isEqualTo(1);
        assertThat(said)
                .contains("The head of 2 entries has another root")
                .contains("promises 5 entries, and there are 4");

        var swapped = new ArrayList<>(lines);
        Collections.swap(swapped, 0, 1);
        ledger.lines("entries.txt", swapped);
        assertThat(run("verify")).isEqualTo(1);
        assertThat(said)
                .contains("The head of 1 entries has another root")
                .contains("viewer/0 begins again at offset 0");
    }

    @Test
    void historyThatIsWrittenAnewUnderTheOldHeadsIsFound() throws Exception {
        var forked = ledger.heads.get(3);
        var fork = TreeHead.sign(
                forked.size(), Binary.of(new Sha256().empty()), forked.at(), forked.previous(), "1", ledger::sign);
        var lines = new ArrayList<>(ledger.heads.stream().map(TreeHead::line).toList());
        lines.set(3, fork.line());
        ledger.lines("heads.txt", lines);
        assertThat(run("verify")).isEqualTo(1);
        assertThat(said)
                .contains("The head of 4 entries has another root")
                .contains("Head 4 does not name the one before it");
    }

    @Test
    void aHeadThatNobodySignedIsFound() throws Exception {
        var head = ledger.heads.getLast();
        var forged = new TreeHead(
                head.size(),
                head.root(),
                Instant.EPOCH.plusSeconds(9_999_999_999L),
                head.previous(),
                "1",
                head.signature());
        var lines = new ArrayList<>(ledger.heads.stream().map(TreeHead::line).toList());
        lines.set(4, forged.line());
        ledger.lines("heads.txt", lines);
        assertThat(run("verify")).isEqualTo(1);
        assertThat(said).contains("Head 4 of 5 entries: the signature is wrong");
    }

    @Test
    void keysThatWereGotElsewhereDecide() throws Exception {
        var other = java.security.KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var keys = Files.writeString(
                data.resolve("other.txt"),
                "1 " + Base64.getEncoder().encodeToString(other.getPublic().getEncoded()));
        assertThat(run("verify", "--keys", keys.toString())).isEqualTo(1);
        assertThat(said).contains("Head 0 of 1 entries: the signature is wrong");
    }

    @Test
    void aPageIsProvedOrSaidToBeMissing() {
        assertThat(run("prove", "21006")).isZero();
        var words = said.lines().map(line -> line.split(" ", -1)).toList();
        var record = Binary.parse(words.get(0)[1]);
        var place = words.get(1);
        var recordPath = hashes("record-path");
        var entry = said.lines()
                .filter(line -> line.startsWith("entry "))
                .findFirst()
                .orElseThrow()
                .split(" ", 3);
        var head = TreeHead.parse(said.lines()
                .filter(line -> line.startsWith("head "))
                .findFirst()
                .orElseThrow()
                .substring(5));
        var parsed = LedgerEntry.parse(entry[2]);
        var root = parsed.segments().stream()
                .filter(each -> each.lane().equals(place[1]))
                .findFirst()
                .orElseThrow()
                .root();
        assertThat(MerkleChecks.includes(
                        root,
                        Long.parseLong(place[3]),
                        Long.parseLong(place[2]),
                        Binary.of(new Sha256().leaf(record.bytes())),
                        recordPath))
                .isTrue();
        assertThat(MerkleChecks.includes(
                        head.root(),
                        head.size(),
                        Long.parseLong(entry[1]),
                        Binary.of(new Sha256().leaf(parsed.bytes())),
                        hashes("entry-path")))
                .isTrue();
        assertThat(run("prove", "77")).isEqualTo(1);
        assertThat(said).contains("Whoever has its signature can show this");
    }

    @Test
    void twoSizesAreProvedToBeOneHistory() {
        assertThat(run("consistency", "2", "5")).isZero();
        assertThat(said)
                .contains("from 2 " + ledger.heads.get(1).root())
                .contains("to 5 " + ledger.heads.get(4).root());
        assertThat(MerkleChecks.extended(
                        ledger.heads.get(1).root(), 2, ledger.heads.get(4).root(), 5, hashes("path")))
                .isTrue();
        assertThat(run("consistency", "2", "6")).isEqualTo(2);
        assertThat(run("consistency", "0", "5")).isEqualTo(2);
    }

    @Test
    void theRecordsOfAFileAreWhatAnotherVerifierNeeds() {
        assertThat(run("records", "2")).isZero();
        var tree = new GrowingTree();
        said.lines()
                .filter(line -> line.startsWith("viewer/0 "))
                .forEach(line -> tree.add(Base64.getDecoder().decode(line.split(" ", -1)[2])));
        assertThat(tree.root())
                .isEqualTo(ledger.entries.get(1).segments().getFirst().root());
    }

    @Test
    void whatIsAskedWronglyIsToldHowToAsk() {
        for (var asked : List.of(
                "", "verify now", "prove", "prove x", "records 9", "consistency 1", "verify --keys", "verify --all")) {
            assertThat(run(asked.isEmpty() ? new String[0] : asked.split(" ", -1)))
                    .as(asked)
                    .isEqualTo(2);
        }
        assertThat(run("verify", "--data", data.resolve("nothing").toString())).isEqualTo(2);
        assertThat(said).contains("is not there or can't be read");
    }

    private int run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--data") && !all.isEmpty()) {
            all.addAll(1, List.of("--data", data.toString()));
        }
        try (var print = new PrintStream(out, true, UTF_8)) {
            var words = Words.of("org.kanmai.launcher.ledger", Locale.ENGLISH);
            int code = new LedgerCommand(words, print, print).run(all);
            said = out.toString(UTF_8).replaceAll("\\r[^\\n]*\\n", "");
            return code;
        }
    }

    private List<Binary> hashes(String name) {
        return said.lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> Binary.parse(line.substring(name.length() + 1)))
                .toList();
    }

    private Path raw(int file) {
        return data.resolve("lake/raw/" + file + ".parquet");
    }

    private void writeAnew(int file, String rows, String how) throws Exception {
        var anew = data.resolve("anew.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("copy (select * from read_parquet('%s') %s) to '%s' (format parquet, %s)"
                    .formatted(raw(file), rows, anew, how));
        }
        Files.move(anew, raw(file), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void flip(Path file, String at, int place) throws Exception {
        var bytes = Files.readAllBytes(file);
        int found = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(at);
        assertThat(found).isPositive();
        bytes[found + place] ^= 1;
        Files.write(file, bytes);
    }
}
