package org.kanmai.app.insight.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.insight.lake.Tale;
import org.kanmai.app.river.River;
import org.kanmai.app.river.Spectator;
import org.kanmai.facts.Binary;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PageId;
import org.kanmai.facts.Served;
import org.kanmai.facts.ServedItem;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.WorkId;
import org.kanmai.facts.proof.GrowingTree;
import org.kanmai.facts.proof.LedgerEntry;
import org.kanmai.facts.proof.MerkleChecks;
import org.kanmai.facts.proof.Sha256;
import org.kanmai.facts.proof.TreeHead;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is promised of a page is kept: it is in the ledger, the ledger only grows, and anybody can tell. */
@KanmaiTest
@Tag("GV-17")
@Tag("GV-24")
class LedgerTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final LedgerFiles files;
    private final Sealing sealing;
    private final River river;
    private final Tale tale;
    private final JdbcClient jdbc;
    private final int port;

    LedgerTests(
            Ledger ledger,
            LedgerFiles files,
            Sealing sealing,
            River river,
            Tale tale,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.ledger = ledger;
        this.files = files;
        this.sealing = sealing;
        this.river = river;
        this.tale = tale;
        this.jdbc = jdbc;
        this.port = port;
    }

    @Test
    void aServedPageIsProvedToItsHolderByTheHeadThatAllCanSee() throws Exception {
        var viewer = spectator();
        var page = serve(viewer);
        var proof = sealedProof(viewer.browser(), page);

        var record = Binary.parse(proof.path("record").asString());
        var entry = LedgerEntry.parse(proof.path("line").asString());
        var segment = entry.segments().stream()
                .filter(each -> each.lane().equals(proof.path("lane").asString()))
                .findFirst()
                .orElseThrow();
        var head = TreeHead.parse(proof.path("head").asString());
        var hash = new Sha256();
        assertThat(new String(record.bytes(), StandardCharsets.UTF_8)).contains("\"page\":\"" + page + "\"");
        assertThat(segment.to() - segment.from())
                .isEqualTo(proof.path("records").asLong());
        assertThat(MerkleChecks.includes(
                        segment.root(),
                        proof.path("records").asLong(),
                        proof.path("place").asLong(),
                        Binary.of(hash.leaf(record.bytes())),
                        hashes(proof.path("recordPath"))))
                .isTrue();
        assertThat(MerkleChecks.includes(
                        head.root(),
                        head.size(),
                        proof.path("entry").asLong(),
                        Binary.of(hash.leaf(entry.bytes())),
                        hashes(proof.path("entryPath"))))
                .isTrue();
        assertThat(head.isSignedBy(key(head.key()))).isTrue();
        assertThat(heads()).contains(head);
    }

    @Test
    void aStrangerLearnsNothingOfAnothersPage() {
        var viewer = spectator();
        var page = serve(viewer);
        sealedProof(viewer.browser(), page);
        var ofThem = spectator().browser().get("/api/ledger/pages/" + page);
        var ofNobody = viewer.browser().get("/api/ledger/pages/" + tale.id());
        assertThat(ofThem.status()).as("as one that is on its way").isEqualTo(ofNobody.status());
        assertThat(ofNobody.status()).isEqualTo(409);
        assertThat(viewer.browser().get("/api/ledger/pages/7").status())
                .as("too old to be on its way")
                .isEqualTo(404);
        assertThat(viewer.browser().get("/api/ledger/pages/none").status()).isIn(400, 404, 422);
    }

    @Test
    void theFilesAloneShowThatEachHeadExtendsTheOneBefore() throws Exception {
        sealedProof(spectator());
        sealedProof(spectator());
        sealing.seal();
        var heads = heads();
        var tree = new GrowingTree();
        var next = 0;
        var previous = Binary.EMPTY;
        for (var line : Files.readAllLines(files.file(LedgerFiles.ENTRIES))) {
            tree.add(LedgerEntry.parse(line).bytes());
            if (next < heads.size() && heads.get(next).size() == tree.size()) {
                var head = heads.get(next++);
                assertThat(head.root()).isEqualTo(tree.root());
                assertThat(head.previous()).isEqualTo(previous);
                assertThat(head.isSignedBy(key(head.key()))).isTrue();
                previous = head.hash();
            }
        }
        assertThat(next).isEqualTo(heads.size()).isGreaterThan(1);
        var first = heads.getFirst();
        var last = heads.getLast();
        var path = new Browser(port)
                .get("/api/ledger/consistency?from=%d&to=%d".formatted(first.size(), last.size()))
                .json()
                .path("path");
        assertThat(MerkleChecks.extended(first.root(), first.size(), last.root(), last.size(), hashes(path)))
                .isTrue();
    }

    @Test
    void whoSealAtOnceSealEachFileOnce() {
        for (int round = 0; round < 5; round++) {
            serve(spectator());
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(ledger::seal),
                            CompletableFuture.runAsync(ledger::seal),
                            CompletableFuture.runAsync(ledger::seal))
                    .join();
        }
        assertThat(jdbc.sql("""
                select count(*) = count(distinct split_part(line, ' ', 1)) and count(*) = max(number) + 1 as once
                  from insight.entry
                """).query((row, number) -> row.getBoolean("once")).single())
                .isTrue();
    }

    @Test
    void theDatabaseRefusesToChangeWhatWasSaid() {
        sealedProof(spectator());
        for (var change : List.of(
                "update insight.head set line = line",
                "delete from insight.head",
                "update insight.entry set line = line",
                "delete from insight.node",
                "truncate insight.entry")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only appended to");
        }
    }

    @Test
    void aTornLineIsWrittenAnew() throws Exception {
        sealedProof(spectator());
        sealing.seal();
        var whole = Files.readAllBytes(files.file(LedgerFiles.HEADS));
        Files.write(files.file(LedgerFiles.HEADS), java.util.Arrays.copyOf(whole, whole.length - 5));
        files.catchUp();
        assertThat(Files.readAllBytes(files.file(LedgerFiles.HEADS))).isEqualTo(whole);
    }

    @Test
    void whatTheLedgerNeverHadIsRefused() {
        for (var asked : List.of("from=0&to=1", "from=2&to=1", "from=1&to=999999999", "from=x&to=1", "to=1")) {
            assertThat(new Browser(port).get("/api/ledger/consistency?" + asked).status())
                    .as(asked)
                    .isIn(400, 422);
        }
    }

    private Spectator spectator() {
        var viewer = Spectator.at(port);
        viewer.browser().get("/api/feed?count=1");
        return viewer;
    }

    private JsonNode sealedProof(Spectator viewer) {
        return sealedProof(viewer.browser(), serve(viewer));
    }

    private JsonNode sealedProof(Browser browser, PageId page) {
        await().atMost(PATIENCE).until(() -> {
            sealing.seal();
            return browser.get("/api/ledger/pages/" + page).status() == 200;
        });
        return browser.get("/api/ledger/pages/" + page).json();
    }

    private PageId serve(Spectator viewer) {
        var page = new PageId(tale.id());
        var item = new ServedItem(
                new ExposureId(tale.id()),
                Subject.work(new WorkId(tale.id())),
                0,
                Source.FRESH,
                SlotKind.RANKED,
                1,
                0.5f,
                Binary.EMPTY);
        river.serve(
                new Served(
                        page,
                        tale.now(),
                        Origin.LIVE,
                        viewer.pseudonym(),
                        7,
                        Surface.FOR_YOU,
                        1,
                        0,
                        Binary.EMPTY,
                        Binary.EMPTY,
                        List.of(item),
                        Binary.EMPTY),
                any -> 1_000);
        return page;
    }

    private List<TreeHead> heads() throws Exception {
        return Files.readAllLines(files.file(LedgerFiles.HEADS)).stream()
                .map(TreeHead::parse)
                .toList();
    }

    private PublicKey key(String name) throws Exception {
        for (var line : Files.readAllLines(files.file(LedgerFiles.KEYS))) {
            if (line.startsWith(name + " ")) {
                var encoded = Base64.getDecoder().decode(line.substring(name.length() + 1));
                return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            }
        }
        throw new AssertionError("no key " + name);
    }

    private static List<Binary> hashes(JsonNode path) {
        var hashes = new ArrayList<Binary>();
        path.valueStream().forEach(each -> hashes.add(Binary.parse(each.asString())));
        return hashes;
    }
}
