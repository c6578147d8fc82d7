package org.kanmai.app.feed.models;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.app.content.shelf.Shelf;
import org.kanmai.app.feed.log.ViewerLog;
import org.kanmai.app.river.Spectator;
import org.kanmai.ranking.features.Head;
import org.kanmai.ranking.learning.Delay;
import org.kanmai.ranking.learning.Judgement;
import org.kanmai.ranking.learning.Learner;
import org.kanmai.ranking.network.NetworkSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chen's films are watched by who agreed to be profiled; Olga is an operator. No model of this site ever has learned enough. */
@KanmaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelsTests {
    private static final NetworkSettings SMALL =
            new NetworkSettings(4, List.of(8), 4, 0.005, 0.1, 1e-6, 1, 1, 256, 1_000_000, 16);

    private final ModelStore store;
    private final ModelFolder folder;
    private final Models models;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Path data;
    private final Premiere premiere;
    private final Shelf shelf;
    private final KafkaConnectionDetails kafka;
    private final int port;
    private final Player olga;

    ModelsTests(
            ModelStore store,
            ModelFolder folder,
            Models models,
            JdbcClient jdbc,
            Clock clock,
            @Value("${kanmai.data}") Path data,
            Premiere premiere,
            Shelf shelf,
            KafkaConnectionDetails kafka,
            @LocalServerPort int port) {
        this.store = store;
        this.folder = folder;
        this.models = models;
        this.jdbc = jdbc;
        this.clock = clock;
        this.data = data;
        this.premiere = premiere;
        this.shelf = shelf;
        this.kafka = kafka;
        this.port = port;
        this.olga = premiere.operator(port);
    }

    @BeforeAll
    void publish() {
        for (int maker = 0; maker < 5; maker++) {
            premiere.published(premiere.player(port, "chen"), olga, "茶", "\"scene\": \"kitchen\"");
        }
        shelf.refresh();
    }

    @AfterAll
    void forget() {
        jdbc.sql("truncate feed.model, feed.model_hold").update();
        models.refresh();
    }

    private ModelRow model(int version, ModelVerdict verdict, List<String> reasons) {
        var file = folder.write(version, Learner.begin(SMALL).snapshot());
        var judged = new Judgement(Head.HOLD, 10, 4, 0.5, 0.4, 0.7, OptionalDouble.of(0.6));
        return new ModelRow(
                version,
                version - 1,
                clock.instant(),
                100L * version,
                file,
                folder.size(file),
                verdict,
                reasons,
                List.of(judged),
                new Delay(100, 5_000, 31_000));
    }

    private ModelRow passed(int version) {
        return model(version, ModelVerdict.PASSED, List.of());
    }

    private ModelRow added() {
        return added(ModelVerdict.PASSED, List.of());
    }

    /** The site itself learns meanwhile, and may be faster. */
    private ModelRow added(ModelVerdict verdict, List<String> reasons) {
        return await().atMost(30, SECONDS)
                .until(
                        () -> {
                            var next = model(store.newest() + 1, verdict, reasons);
                            return store.add(next) ? List.of(next) : List.<ModelRow>of();
                        },
                        added -> !added.isEmpty())
                .getFirst();
    }

    @Test
    @Tag("TD-23")
    void whatViewersDoReachesAModelOnRecord() {
        for (int viewer = 0; viewer < 3; viewer++) {
            watches(new Spectator(premiere.player(port, "anna").browser()));
        }
        var model = await().atMost(90, SECONDS)
                .until(
                        () -> store.line(1),
                        line -> !line.isEmpty() && line.getFirst().learned() > 0)
                .getFirst();
        assertThat(model.verdict()).isEqualTo(ModelVerdict.TOO_FEW);
        assertThat(folder.has(model.file())).isTrue();
        assertThat(models.inForce()).as("it has learned from too few to rank").isEmpty();
    }

    private static String left(String token) {
        return """
                {"kind": "watched", "token": "%s", "sequence": 1, "watchedMillis": 90, "playedMillis": 90,
                 "positionMillis": 90, "loops": 0, "ended": true}""".formatted(token);
    }

    /** One of sixteen exposures is held back to judge by, so that one alone might not be learned. */
    private static void watches(Spectator viewer) {
        var page = viewer.page("count=6");
        assertThat(page.path("items").size()).isGreaterThan(3);
        for (var item : page.path("items")) {
            var token = item.path("token").asString();
            assertThat(viewer.told(Spectator.exposed(token), left(token))).containsExactly("2 accepted");
        }
    }

    @Test
    void theNewestThatPassedRanksAndADamagedOneLeavesTheFormer() throws IOException {
        var node = new Models(store, folder, new SimpleMeterRegistry());
        var first = added();
        node.refresh();
        assertThat(node.inForce()).isPresent();
        var damaged = added();
        Files.write(data.toAbsolutePath().resolve("models").resolve(damaged.file()), new byte[] {1, 2, 3});
        node.refresh();
        assertThat(node.inForce()).map(Model::version).contains(first.version());
    }

    /** A process that starts has no former model; it takes the one before what is damaged, and so does who learns. */
    @Test
    @Tag("TD-19")
    void whoStartsBesideADamagedModelTakesTheOneBeforeAndTheRecordSaysWhy() throws IOException {
        var first = added();
        var damaged = added();
        var path = data.toAbsolutePath().resolve("models").resolve(damaged.file());
        Files.write(path, Arrays.copyOf(Files.readAllBytes(path), (int) damaged.bytes() / 2));
        var meters = new SimpleMeterRegistry();
        var node = new Models(store, folder, meters);
        node.refresh();
        assertThat(node.inForce()).map(Model::version).contains(first.version());
        var told = store.find(damaged.version()).orElseThrow();
        assertThat(told.verdict()).isEqualTo(ModelVerdict.UNREADABLE);
        assertThat(told.reasons()).singleElement().asString().startsWith("its file can't be read: ");
        assertThat(store.line(50))
                .extracting(ModelRow::version)
                .contains(first.version())
                .doesNotContain(damaged.version());
        assertThat(store.isCutOffAfter(first.version()))
                .as("what was told since is learned again")
                .isFalse();
        olga.browser().put("/api/ranking/models/" + damaged.version() + "/hold", "{\"why\": \"x\"}");
        assertThat(store.hold()).isEmpty();
    }

    @Test
    void whoLearnsGoesOnFromTheModelBeforeADamagedOne() throws IOException {
        added();
        var damaged = added();
        Files.write(data.toAbsolutePath().resolve("models").resolve(damaged.file()), new byte[] {1, 2, 3});
        try (var records =
                new ViewerLog(String.join(",", kafka.getConsumer().getBootstrapServers()), "before-damage")) {
            var line = Line.resume(store, folder, records, Duration.ofHours(1), clock);
            assertThat(line.learner().learned()).isZero();
        }
        assertThat(store.find(damaged.version())).map(ModelRow::verdict).contains(ModelVerdict.UNREADABLE);
    }

    @Test
    void aVersionIsPutOnRecordByOneProcessAlone() {
        var mine = added();
        assertThat(store.add(passed(mine.version()))).isFalse();
        assertThat(store.add(passed(mine.version() + 2))).isFalse();
        var read = store.find(mine.version()).orElseThrow();
        assertThat(read.judged()).isEqualTo(mine.judged());
        assertThat(read.delay()).isEqualTo(mine.delay());
        assertThat(read.file()).isEqualTo(mine.file());
        assertThat(store.before(read.version() + 1, 1))
                .extracting(ModelRow::version)
                .containsExactly(read.version());
    }

    @Test
    @Tag("TD-19")
    void anOperatorGoesBackInOneStepAndLetsLearningGoOn() {
        var good = added();
        var bad = added();
        var path = "/api/ranking/models/" + good.version() + "/hold";
        assertThat(olga.browser().put(path, "{\"why\": \" \"}").status()).isEqualTo(422);
        assertThat(olga.browser()
                        .put("/api/ranking/models/999999/hold", "{\"why\": \"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(olga.browser().put(path, "{\"why\": \"watch time fell\"}").status())
                .isEqualTo(204);
        assertThat(olga.browser().put(path, "{\"why\": \"again\"}").status()).isEqualTo(409);
        assertThat(store.mayRank(4)).extracting(ModelRow::version).containsExactly(good.version());
        assertThat(store.find(bad.version())).map(ModelRow::verdict).contains(ModelVerdict.DROPPED);
        var shown = olga.browser().get("/api/ranking/models?count=2").json();
        assertThat(shown.path("hold").path("why").asString()).isEqualTo("watch time fell");
        assertThat(shown.path("models").size()).isEqualTo(2);
        assertThat(shown.path("models").path(0).path("delay").path("most").asLong())
                .isEqualTo(31_000);
        assertThat(olga.browser().delete("/api/ranking/models/hold", "").status())
                .isEqualTo(204);
        assertThat(olga.browser().delete("/api/ranking/models/hold", "").status())
                .isEqualTo(409);
        assertThat(store.line(1)).extracting(ModelRow::version).containsExactly(good.version());
        assertThat(store.isCutOffAfter(good.version())).isTrue();
        store.erase(olga.id());
        assertThat(jdbc.sql("select count(*) from feed.model_hold where held_by = :olga or ended_by = :olga")
                        .param("olga", olga.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** What is refused again and again is not gone on from; what passed, and why the others were refused, stays. */
    @Test
    void whatDidNotPassIsDroppedDownToWhatDid() {
        var good = added();
        var next = added(ModelVerdict.REFUSED, List.of("a reason"));
        assertThat(store.isCutOffAfter(next.version())).isFalse();
        store.dropUnpassed();
        assertThat(store.find(next.version()).orElseThrow().verdict()).isEqualTo(ModelVerdict.DROPPED);
        assertThat(store.find(next.version()).orElseThrow().reasons()).containsExactly("a reason");
        assertThat(store.find(good.version())).map(ModelRow::verdict).contains(ModelVerdict.PASSED);
        assertThat(store.isCutOffAfter(good.version())).isTrue();
        assertThat(store.isCutOffAfter(added().version())).isFalse();
    }

    @Test
    void afterAWeekTheFirstOfADayIsEnough() {
        var first = added();
        var second = added();
        var third = added();
        jdbc.sql("update feed.model set made_at = made_at - interval '3650 days' where version in (:old)")
                .param("old", List.of(first.version(), second.version(), third.version()))
                .update();
        var newest = added();
        store.thinOut(clock.instant().minus(Duration.ofDays(3_000)));
        assertThat(store.find(first.version())).isPresent();
        assertThat(store.find(second.version())).isEmpty();
        assertThat(store.find(third.version())).isEmpty();
        assertThat(store.find(newest.version())).isPresent();
        assertThat(store.kept(4, 4)).contains(newest.file(), first.file());
    }

    @Test
    void filesThatNobodyWantsAreRemoved() throws IOException {
        var kept = added();
        var root = data.toAbsolutePath().resolve("models");
        Files.write(root.resolve("0-nobody.model"), new byte[1]);
        folder.keep(store.kept(50, 50));
        assertThat(root.resolve("0-nobody.model")).doesNotExist();
        assertThat(folder.has(kept.file())).isTrue();
    }
}
