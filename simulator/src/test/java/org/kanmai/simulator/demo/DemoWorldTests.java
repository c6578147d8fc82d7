package org.kanmai.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.simulator.ffmpeg.Ffmpeg;
import org.kanmai.simulator.scenes.Camera;
import org.kanmai.simulator.scenes.Script;
import org.kanmai.simulator.scenes.drawing.Look;
import tools.jackson.databind.JsonNode;

class DemoWorldTests {

    private static final int FILM_BYTES = 5 << 20;
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path scratch;

    private final List<String> lines = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();

    @Test
    void aTinyWorldComesInThroughTheApi() {
        try (var server = new FakeServer()) {
            make(server, Optional.of(FakeServer.INVITATION));
            assertThat(server.works.values())
                    .hasSize(4)
                    .allSatisfy(work -> assertThat(work).containsEntry("state", "published"));
            assertThat(server.uploads.values()).containsOnly((long) FILM_BYTES);
            assertThat(server.priorities).containsOnly("low");
            assertThat(server.roles).startsWith("audrey auditor");
            assertThat(server.likes).isNotEmpty();
            assertThat(server.follows).isNotEmpty();
            assertThat(lines).anyMatch(line -> line.startsWith("demo world 4/4: "));
        }
    }

    @Test
    void everyWorkIsTalkedAboutAndItsCreatorAnswersByName() {
        try (var server = new FakeServer()) {
            make(server, Optional.of(FakeServer.INVITATION));
            assertThat(server.comments).hasSize(4);
            server.comments.forEach((work, comments) -> {
                assertThat(comments).hasSize(6);
                assertThat(comments).anySatisfy(comment -> {
                    assertThat(comment).containsEntry("author", FakeServer.field(server.work(work), "creator"));
                    assertThat(FakeServer.field(comment, "text"))
                            .startsWith("@" + FakeServer.field(comments.getFirst(), "author") + " ");
                    assertThat(comment).containsEntry("parent", FakeServer.field(comments.getFirst(), "id"));
                });
            });
        }
    }

    @Test
    void makingTheSameWorldAgainDoublesNothing() {
        try (var server = new FakeServer()) {
            var accounts = make(server, Optional.of(FakeServer.INVITATION));
            var comments = server.comments.toString();
            var likes = List.copyOf(server.likes);
            assertThat(make(server, Optional.empty())).isEqualTo(accounts);
            assertThat(server.works).hasSize(4);
            assertThat(server.comments).hasToString(comments);
            assertThat(server.likes).isEqualTo(likes);
        }
    }

    @Test
    void shopsOpenOnceAndWhatTheySellIsApprovedAndShownInTheirWorks() {
        try (var server = new FakeServer()) {
            make(server, Optional.of(FakeServer.INVITATION));
            var products = server.products.toString();
            var here = server.passwords.keySet();
            var wares = Ware.all().stream()
                    .filter(ware -> here.contains(ware.creator()))
                    .toList();
            assertThat(server.products.values())
                    .hasSameSizeAs(wares)
                    .allSatisfy(product -> assertThat(product).containsEntry("state", "published"));
            var shown = wares.stream().map(Ware::work).toList();
            assertThat(server.works.values())
                    .filteredOn(work -> shown.contains(FakeServer.field(work, "title")))
                    .allSatisfy(work -> assertThat(work).containsKey("products"));
            make(server, Optional.empty());
            assertThat(server.products).hasToString(products);
        }
    }

    @Test
    void theMonthBeforeComesInOnceAfterItsWorksAndPeople() {
        try (var server = new FakeServer()) {
            make(server, Optional.of(FakeServer.INVITATION));
            assertThat(server.imported.values()).hasSize(4 * 9);
            assertThat(server.settled).hasSize(20);
            assertThat(server.past.keySet()).contains("month-1-1-last", "month-1-2-last");
            assertThat(pages(server)).isNotEmpty().allSatisfy(page -> {
                assertThat(Instant.parse(page.path("at").asString())).isBefore(NOW);
                page.path("items")
                        .forEach(item -> assertThat(published(server, item))
                                .isLessThan(page.path("at").asString()));
            });
            var told = server.past.toString();
            make(server, Optional.empty());
            assertThat(server.past).hasToString(told);
            assertThat(server.imported).hasSize(4 * 9);
        }
    }

    private static List<JsonNode> pages(FakeServer server) {
        return server.past.values().stream().flatMap(JsonNode::valueStream).toList();
    }

    private static String published(FakeServer server, JsonNode item) {
        return FakeServer.field(server.imported.getOrDefault(item.path("work").asString(), Map.of()), "publishedAt");
    }

    @Test
    void everyWareBelongsToAWorkOfItsCreator() {
        var world = World.of(1);
        assertThat(Ware.all())
                .isNotEmpty()
                .allSatisfy(ware -> assertThat(world.works()).anySatisfy(work -> {
                    assertThat(work.title()).isEqualTo(ware.work());
                    assertThat(work.creator().handle()).isEqualTo(ware.creator());
                }));
    }

    @Test
    void anUploadGoesOnWhereItBroke() {
        try (var server = new FakeServer()) {
            server.partsToBreak = 3;
            make(server, Optional.of(FakeServer.INVITATION));
            assertThat(server.uploads.values()).containsOnly((long) FILM_BYTES);
        }
    }

    @Test
    void aServerThatAsksForPatienceGetsIt() {
        try (var server = new FakeServer()) {
            server.callsToSlowDown = 4;
            make(server, Optional.of(FakeServer.INVITATION));
            assertThat(waits).startsWith(Duration.ofSeconds(1), Duration.ofSeconds(1));
            assertThat(server.works).hasSize(4);
        }
    }

    @Test
    void withoutAnInvitationTheFirstOperatorIsMissedInWords() {
        try (var server = new FakeServer()) {
            assertThatThrownBy(() -> make(server, Optional.empty()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("olga can neither sign up");
        }
    }

    @Test
    void unknownWordsOnTheCommandLineAreRefused() {
        assertThatThrownBy(() -> Arguments.read(new String[] {"--sed", "1"})).hasMessageContaining("--sed");
        assertThatThrownBy(() -> Arguments.read(new String[] {"--seed", "1"})).hasMessageContaining("--pictures");
    }

    @Test
    void tinyMeansThreeCreatorsAndFourWorks() {
        var settings = Arguments.read(new String[] {"--pictures", "p", "--ffmpeg", "f", "--tiny", "--seed", "8"});
        assertThat(settings.creators()).isEqualTo(3);
        assertThat(settings.works()).isEqualTo(4);
        assertThat(settings.seed()).isEqualTo(8);
    }

    private List<Account> make(FakeServer server, Optional<String> invitation) {
        var ffmpeg = new Ffmpeg(List.of("ffmpeg"), Map.of());
        var settings = DemoSettings.usual(server.address(), 1, invitation, scratch, scratch, ffmpeg)
                .tiny();
        return DemoWorld.make(settings, new BlankCamera(), waits::add, Clock.fixed(NOW, ZoneOffset.UTC), lines::add);
    }

    private record BlankCamera() implements Camera {

        @Override
        public void shoot(Script script, Path target) {
            try {
                Files.write(target, new byte[FILM_BYTES]);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public byte[] portrait(String code, Look look) {
            return new byte[16];
        }
    }
}
