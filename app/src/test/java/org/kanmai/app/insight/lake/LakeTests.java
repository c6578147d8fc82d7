package org.kanmai.app.insight.lake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.river.Logged;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Source;
import org.kanmai.facts.proof.GrowingTree;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lake on a real log, beside the writer that the application runs. */
@KanmaiTest
class LakeTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final LocalDate EVER = LocalDate.EPOCH;

    private final Lake lake;
    private final RawFiles files;
    private final Manifest manifest;
    private final ManifestStore store;
    private final Folding folding;
    private final LakeFolder folder;
    private final DuckDb duck;
    private final Tale tale;
    private final Logged logged;
    private final Producer<byte[], byte[]> producer;
    private final KafkaConnectionDetails kafka;
    private final JdbcClient jdbc;

    LakeTests(
            Lake lake,
            RawFiles files,
            Manifest manifest,
            ManifestStore store,
            Folding folding,
            LakeFolder folder,
            DuckDb duck,
            Tale tale,
            Logged logged,
            Producer<byte[], byte[]> producer,
            KafkaConnectionDetails kafka,
            JdbcClient jdbc) {
        this.lake = lake;
        this.files = files;
        this.manifest = manifest;
        this.store = store;
        this.folding = folding;
        this.folder = folder;
        this.duck = duck;
        this.tale = tale;
        this.logged = logged;
        this.producer = producer;
        this.kafka = kafka;
        this.jdbc = jdbc;
    }

    @Test
    @Tag("DX-01")
    void whatIsToldIsInTheLakeWithItsBytes() throws SQLException {
        var viewer = tale.viewer();
        tell(viewer, 5);
        await().atMost(PATIENCE).until(() -> inView(viewer) == 10);
        assertThat(raw(viewer)).containsExactlyInAnyOrderElementsOf(logged.records(viewer));
    }

    @Test
    void aFactThatTheLogHasThriceIsInTheViewOnceBeforeAndAfterFolding() throws SQLException {
        var viewer = tale.viewer();
        var fact = tale.exposed(viewer, 1, Source.FRESH, tale.now());
        for (int times = 0; times < 3; times++) {
            append(fact);
            int records = times + 1;
            await().atMost(PATIENCE).until(() -> raw(viewer).size() == records);
            assertThat(inView(viewer)).isEqualTo(1);
            foldAll();
            assertThat(inView(viewer)).isEqualTo(1);
        }
    }

    @Test
    void whatIsNoFactStaysAsBytesAndIsInNoView() throws SQLException {
        var viewer = tale.viewer();
        var torn = "{\"kind\":\"exposed\",\"at\":".getBytes(UTF_8);
        append("viewer", key(viewer), torn);
        append(tale.exposed(viewer, 1, Source.FRESH, tale.now()));
        await().atMost(PATIENCE).until(() -> inView(viewer) == 1);
        foldAll();
        assertThat(logged.records(viewer)).contains(Binary.of(torn));
        assertThat(all("select count(*) from %s where body = '%s'::blob"
                        .formatted(rawFiles(), new String(torn, UTF_8))))
                .isEqualTo(1);
    }

    @Test
    void writersThatDieAtAnyPointAndWorkAtOnceLoseAndDoubleNothing() throws Exception {
        var viewer = tale.viewer();
        var random = new Random(20261124);
        for (int death = 0; death < 10; death++) {
            tell(viewer, 3);
            liveAndDie(random);
        }
        await().atMost(PATIENCE).until(() -> inView(viewer) == 60);
        foldAll();
        assertThat(inView(viewer)).isEqualTo(60);
        assertThat(raw(viewer)).containsExactlyInAnyOrderElementsOf(logged.records(viewer));
        assertThat(holes())
                .as("lanes with offsets that are in no file, or in two")
                .isZero();
    }

    /** A second writer, which does a part of its work and is gone. */
    private void liveAndDie(Random random) throws SQLException {
        try (var log = new LogReader(String.join(",", kafka.getConsumer().getBootstrapServers()))) {
            log.seek(store.ends());
            var batch = log.read(1_000, Duration.ofMillis(100 + random.nextInt(300)));
            if (batch.size() == 0 || random.nextInt(4) == 0) {
                return;
            }
            var file = files.write(batch);
            if (random.nextInt(3) > 0) {
                manifest.add(file, batch.segments());
            }
            if (random.nextBoolean()) {
                folding.fold();
            }
        } catch (DataIntegrityViolationException | IllegalStateException othersWereFirst) {
            assertThat(othersWereFirst).hasMessageMatching("(?s).*(segment_|folded these files first|file_live).*");
        }
    }

    @Test
    void aRecordIsInOneFileOnly() throws SQLException {
        var viewer = tale.viewer();
        tell(viewer, 1);
        await().atMost(PATIENCE).until(() -> inView(viewer) == 2);
        var any = jdbc.sql("select topic, partition, lower(offsets) as first from insight.segment limit 1")
                .query((row, number) -> new Batch.Segment(
                        new Batch.Lane(row.getString("topic"), row.getInt("partition")),
                        row.getLong("first"),
                        row.getLong("first") + 1,
                        new GrowingTree().root()))
                .single();
        var file = new LakeFile(tale.id(), LakeFile.Part.RAW, LakeFile.day(tale.now()), 1, 1, 0, -1);
        assertThatThrownBy(() -> manifest.add(file, List.of(any))).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(store.known(List.of(file.id()))).as("nor is its file").isEmpty();
    }

    @Test
    void ofTwoFoldsAtOnceOneChangesTheFiles() throws SQLException {
        var viewer = tale.viewer();
        for (int round = 0; round < 5; round++) {
            tell(viewer, 2);
            int expected = (round + 1) * 4;
            await().atMost(PATIENCE).until(() -> inView(viewer) == expected);
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(this::foldOrBeLate),
                            CompletableFuture.runAsync(this::foldOrBeLate))
                    .join();
            assertThat(inView(viewer)).isEqualTo(expected);
        }
        assertThat(jdbc.sql("select count(*) from insight.file where state = 'live' group by day having count(*) > 1")
                        .query(Long.class)
                        .list())
                .isEmpty();
    }

    private void foldOrBeLate() {
        try {
            folding.fold();
        } catch (IllegalStateException | DataIntegrityViolationException late) {
            assertThat(late).hasMessageMatching("(?s).*(folded these files first|file_live).*");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void foldAll() {
        while (!store.fresh(1).isEmpty()) {
            foldOrBeLate();
        }
    }

    private void tell(Pseudonym viewer, int exposures) {
        var facts = new ArrayList<Fact>();
        for (int count = 0; count < exposures; count++) {
            var exposed = tale.exposed(viewer, count, Source.FRESH, tale.now());
            facts.add(exposed);
            facts.add(tale.watched(exposed, 1, 4_000, tale.now()));
        }
        facts.forEach(this::append);
    }

    private void append(Fact fact) {
        append(fact.topic().code(), key(fact.key()), FactCodec.write(fact));
    }

    private void append(String topic, byte[] key, byte[] body) {
        try {
            producer.send(new ProducerRecord<>(topic, key, body)).get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] key(Pseudonym viewer) {
        return key(viewer.value());
    }

    private static byte[] key(long key) {
        return ByteBuffer.allocate(Long.BYTES).putLong(key).array();
    }

    private long inView(Pseudonym viewer) {
        return lake.ask(
                EVER,
                facts -> facts.rows(
                                "select count(*) from facts where pseudonym = ?",
                                List.of(viewer.value()),
                                row -> row.getLong(1))
                        .getFirst());
    }

    private List<Binary> raw(Pseudonym viewer) throws SQLException {
        try (var connection = duck.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select body from %s where pseudonym = %d and topic = 'viewer'"
                        .formatted(rawFiles(), viewer.value()))) {
            var bodies = new ArrayList<Binary>();
            while (rows.next()) {
                bodies.add(Binary.of(rows.getBytes(1)));
            }
            return bodies;
        }
    }

    private long all(String sql) throws SQLException {
        try (var connection = duck.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private String rawFiles() {
        return DuckDb.parquet(jdbc.sql("select id from insight.file where part = 'raw' and state <> 'dropped'")
                .query((row, number) -> folder.file(LakeFile.Part.RAW, row.getLong(1)))
                .list());
    }

    private long holes() {
        return jdbc.sql("""
                select count(*)
                  from (select sum(upper(offsets) - lower(offsets)) as held, max(upper(offsets)) - min(lower(offsets)) as wide
                          from insight.segment
                         group by topic, partition) lane
                 where held <> wide
                """).query(Long.class).single();
    }
}
