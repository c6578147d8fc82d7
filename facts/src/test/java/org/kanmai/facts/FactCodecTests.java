package org.kanmai.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FactCodecTests {
    private static final Path GOLDEN = Path.of("src/test/resources/org/kanmai/facts/golden.jsonl");

    /** How many kinds the first release knew. */
    private static final int FIRST_RELEASE = 10;

    @Test
    void theJsonOfEachKindIsTheGoldenOne() throws IOException {
        var lines = Examples.all().stream()
                .map(fact -> new String(FactCodec.write(fact), UTF_8))
                .collect(Collectors.joining("\n", "", "\n"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, lines);
        }
        assertThat(lines).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void everyKindComesBackEqual() {
        assertThat(Examples.all())
                .allSatisfy(fact ->
                        assertThat(FactCodec.read(FactCodec.write(fact))).contains(fact));
        assertThat(FactCodec.read(FactCodec.write(Examples.engaged(null)))).contains(Examples.engaged(null));
        assertThat(FactCodec.read(FactCodec.write(Examples.converted(null)))).contains(Examples.converted(null));
        assertThat(FactCodec.read(FactCodec.write(Examples.attended(null)))).contains(Examples.attended(null));
        var nothing = new RoomExplained(32, Examples.AT, Origin.LIVE, Examples.ROOM, null);
        assertThat(FactCodec.read(FactCodec.write(nothing))).contains(nothing);
    }

    @Test
    void everyKindHasAnExample() {
        var kinds = Examples.all().stream().map(FactKind::of).toList();
        assertThat(kinds).containsExactly(FactKind.values());
    }

    @Test
    void factsOfTheFirstReleaseStillParse() throws IOException {
        try (var lines = Files.lines(Path.of("src/test/resources/org/kanmai/facts/first-release.jsonl"))) {
            assertThat(lines.map(line -> FactCodec.read(line.getBytes(UTF_8)).orElseThrow())
                            .toList())
                    .containsExactlyElementsOf(Examples.all().subList(0, FIRST_RELEASE));
        }
    }

    @Test
    void aMemberOfALaterReleaseIsSkipped() {
        var json = new String(FactCodec.write(Examples.watched(1)), UTF_8)
                .replace("{\"kind\"", "{\"later\":[{}],\"kind\"");
        assertThat(FactCodec.read(json.getBytes(UTF_8))).contains(Examples.watched(1));
    }

    @Test
    void aKindOfALaterReleaseIsLeftOut() {
        assertThat(FactCodec.read("{\"kind\":\"dreamed\",\"at\":1}".getBytes(UTF_8)))
                .isEmpty();
    }

    @Test
    void whatIsNoFactIsRefused() {
        for (String wrong : new String[] {"", "[]", "{", "{\"kind\":7}", "{\"kind\":\"watched\"}", "\u0000"}) {
            assertThatThrownBy(() -> FactCodec.read(wrong.getBytes(UTF_8)))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aServedItemTakesAtMost400Bytes() {
        var six = Examples.served();
        var one = new Served(
                six.page(),
                six.at(),
                six.origin(),
                six.pseudonym(),
                six.request(),
                six.surface(),
                six.policy(),
                six.stratum(),
                six.sealed(),
                six.features(),
                six.items().subList(0, 1),
                six.candidates());
        assertThat(FactCodec.write(six).length - FactCodec.write(one).length).isLessThanOrEqualTo(400);
    }

    static {
        if (!Files.exists(GOLDEN.getParent())) {
            throw new UncheckedIOException(new IOException("run from the module's folder"));
        }
    }
}
