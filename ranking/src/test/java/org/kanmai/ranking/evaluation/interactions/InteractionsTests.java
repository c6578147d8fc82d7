package org.kanmai.ranking.evaluation.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.facts.tongue.Tongue;
import org.kanmai.ranking.sequence.Windows;

class InteractionsTests {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "lines", ".txt"), text);
    }

    @Test
    void linesOfAUserAreOneSequenceEvenBetweenThoseOfOthers() throws IOException {
        var read = Interactions.read(file("anna x\nbo y\nanna\ty\nanna x\n"), 1);
        assertThat(read.users()).containsExactly(new long[] {1, 2, 1}, new long[] {2});
        assertThat(read.items()).isEqualTo(2);
        assertThat(read.size()).isEqualTo(4);
    }

    @Test
    void packedFilesAreReadAsWell() throws IOException {
        var packed = folder.resolve("lines.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("anna x\nanna y".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Interactions.read(packed, 1).users()).containsExactly(new long[] {1, 2});
    }

    @Test
    void whoAndWhatHasTooFewIsLeftOut() throws IOException {
        var read = Interactions.read(file("anna x\nanna y\nbo x\nanna x\nchen z\nchen x\n"), 2);
        assertThat(read.users()).containsExactly(new long[] {1, 1}, new long[] {1});
        assertThat(read.items()).isEqualTo(1);
    }

    @Test
    void aLineThatIsNoUserAndItemIsToldInBothLanguages() throws IOException {
        for (var bad : List.of("anna", "anna x 5", "", "a".repeat(300))) {
            var lines = file("anna x\n" + bad + "\n");
            assertThatThrownBy(() -> Interactions.read(lines, 1))
                    .isInstanceOfSatisfying(UnusableInteractions.class, refused -> {
                        assertThat(refused.in(Tongue.ENGLISH)).contains("line 2");
                        assertThat(refused.in(Tongue.CHINESE)).contains("第 2 行");
                    });
        }
    }

    @Test
    void aMissingOrBrokenFileIsTold() throws IOException {
        var notPacked = Files.writeString(folder.resolve("plain.gz"), "anna x\n");
        for (var file : List.of(folder.resolve("none"), notPacked)) {
            assertThatThrownBy(() -> Interactions.read(file, 1)).isInstanceOf(UnusableInteractions.class);
        }
    }

    /** Users walk along 300 items, each from another place. */
    private static Interactions walks(int users) {
        var walks = new ArrayList<int[]>();
        for (int user = 0; user < users; user++) {
            int from = user * 13;
            walks.add(IntStream.range(from, from + 12).map(item -> item % 300).toArray());
        }
        return Interactions.of(walks, 300, 1);
    }

    @Test
    void theLastIsAskedForAtTheEndAndTheOneBeforeToChooseBy() {
        var set = LeaveOneOut.of(walks(100), 1);
        assertThat(set.training()).hasSize(100).allMatch(each -> each.length == 10);
        assertThat(set.test()).hasSize(100).allSatisfy(each -> {
            assertThat(each.history()).hasSize(11);
            assertThat(each.candidates()).hasSize(LeaveOneOut.OTHERS + 1);
            var others = Arrays.copyOfRange(each.candidates(), 1, each.candidates().length);
            assertThat(others).doesNotContain(each.history()).doesNotContain(each.candidates()[0]);
        });
        assertThat(set.validation())
                .allSatisfy(each -> assertThat(each.history()).hasSize(10));
    }

    @Test
    void aSetWithoutAUserToAskIsRefused() {
        var few = Interactions.of(List.of(new int[] {0, 1, 2}), 3, 1);
        assertThatThrownBy(() -> LeaveOneOut.of(few, 1)).isInstanceOf(UnusableInteractions.class);
    }

    @Test
    void equalScoresGainNothing() {
        var questions = LeaveOneOut.of(walks(50), 1).test();
        Contender even = asked -> asked.stream().map(each -> new float[101]).toList();
        assertThat(Answers.of(even, questions).hitRate().difference()).isZero();
        Contender knowing = asked -> asked.stream()
                .map(each -> {
                    var scores = new float[101];
                    scores[0] = 1;
                    return scores;
                })
                .toList();
        assertThat(Answers.of(knowing, questions).ndcg().low()).isEqualTo(1);
    }

    @Test
    void windowsCoverEachNextItemOnce() {
        var windows = Windows.of(List.of(new long[] {1, 2, 3, 4, 5, 6, 7}), 3);
        assertThat(windows).containsExactly(new long[] {4, 5, 6, 7}, new long[] {1, 2, 3, 4});
    }

    @Test
    void theEncoderFindsWhatComesNextWhereNextThingsFollow() throws IOException {
        var lines = new StringBuilder();
        for (int user = 0; user < 600; user++) {
            for (int step = 0; step < 12; step++) {
                lines.append(user)
                        .append(" item")
                        .append((user * 13 + step) % 300)
                        .append('\n');
            }
        }
        var words = new String[] {
            file(lines.toString()).toString(),
            "--minutes",
            "0.05",
            "--rate",
            "0.01",
            "--negatives",
            "64",
            "--dimensions",
            "16"
        };
        for (var tongue : Tongue.values()) {
            var out = new ByteArrayOutputStream();
            EvaluateInteractions.run(words, tongue, new PrintStream(out, true, StandardCharsets.UTF_8));
            var told = out.toString(StandardCharsets.UTF_8);
            assertThat(told).contains(tongue.say("600 users", "600 个用户"));
            assertThat(hitRate(told, tongue.say("sequence encoder", "序列编码器")))
                    .isGreaterThan(2 * hitRate(told, tongue.say("popularity", "热门程度")));
        }
    }

    private static double hitRate(String told, String who) {
        var line = told.lines().filter(each -> each.startsWith(who)).findFirst().orElseThrow();
        return Double.parseDouble(line.replaceFirst(".*HR@10 ([0-9.]+).*", "$1"));
    }

    @Test
    void whatIsAskedForWronglyIsTold() {
        for (var words : List.of(
                new String[] {},
                new String[] {"a", "b"},
                new String[] {"a", "--minutes"},
                new String[] {"a", "--what", "1"},
                new String[] {"a", "--minutes", "-1"},
                new String[] {"a", "--dropout", "NaN"},
                new String[] {"a", "--negatives", "0"})) {
            assertThatThrownBy(() -> InteractionArguments.read(words)).isInstanceOf(UnusableInteractions.class);
        }
    }
}
