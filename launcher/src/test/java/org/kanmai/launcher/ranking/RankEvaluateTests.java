package org.kanmai.launcher.ranking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.facts.tongue.Tongue;

class RankEvaluateTests {
    @TempDir
    private Path folder;

    /** What a run printed and how it ended. */
    private record Told(int status, String out, String err) {
        double figure(String row, int column) {
            var line = out.lines()
                    .filter(each -> each.startsWith("| " + row + " |"))
                    .findFirst()
                    .orElseThrow();
            return Double.parseDouble(line.split(Pattern.quote("|"), -1)[column].strip());
        }
    }

    private static Told run(Tongue tongue, Object... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var all = new ArrayList<>(List.of("evaluate", "--format", "facts"));
        for (var word : words) {
            all.add(word.toString());
        }
        int status =
                RankEvaluate.run(all, tongue, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        return new Told(status, out.toString(UTF_8), err.toString(UTF_8));
    }

    private static Told refused(Object... words) {
        var told = run(Tongue.ENGLISH, words);
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
        return told;
    }

    /** Of a few works that all have seen nothing new is to be found, so that no channel has to be learned. */
    @Test
    @Tag("TD-23")
    void whatIsKnownOfALogIsFoundInItsLinesAndInItsLakeAlike() throws Exception {
        var log = new MadeUpLog(3_000, 5, 20);
        var lines = run(Tongue.ENGLISH, log.lines(folder.resolve("log.gz")), "--passes", "2");
        assertThat(lines.err()).contains("facts read: 9,001", "learned: 4,800");
        assertThat(lines.out()).contains("learned: 2,400 exposures, 2026-03-01T12:00:00Z to ");
        assertThat(lines.out()).contains("tested: 600 exposures, ");
        assertThat(lines.figure("watched to the end | network", 3)).isEqualTo(600);
        assertThat(lines.figure("watched to the end | network", 5)).isGreaterThan(0.85);
        assertThat(lines.figure("watched to the end | network", 6)).isGreaterThan(0.85);
        assertThat(lines.figure("watched to the end | popularity", 5)).isGreaterThan(0.85);
        assertThat(lines.figure("watched to the end | as served", 5))
                .as("all were served with the same score")
                .isEqualTo(0.5);
        assertThat(lines.out()).contains("| like | too few | 600 | 0 | - | - | - | - | - |");
        assertThat(lines.out()).contains("nobody who watched long before watched anything new");
        var lake = run(Tongue.ENGLISH, log.lake(folder.resolve("data")), "--passes", "2");
        assertThat(lake.out()).isEqualTo(lines.out());
        assertThat(lake.status()).isZero();
    }

    @Test
    @Tag("deep")
    void whatIsLikedByAllIsFoundByEachChannel() throws Exception {
        var told = run(Tongue.CHINESE, new MadeUpLog(2_000, 40, 120).lines(folder.resolve("log.gz")));
        for (var channel : List.of("popularity", "item to item", "random walks", "LightGCN", "two towers")) {
            assertThat(told.figure(channel, 3)).as(channel).isGreaterThan(0.8);
        }
        assertThat(told.figure("popularity", 2))
                .as("half of the works are liked")
                .isGreaterThan(0.8);
    }

    @Test
    void theNewestAreKeptAndThatOlderOnesWereLetGoIsTold() throws Exception {
        var log = new MadeUpLog(400, 1, 4).lines(folder.resolve("log.gz"));
        var told = run(Tongue.CHINESE, log, "--most", "100", "--test-share", "0.5");
        assertThat(told.out())
                .contains(
                        "训练：50 次曝光，2026-03-01T12:10:00Z 至 ",
                        "测试：50 次曝光，",
                        "已舍弃：300 次较早的曝光；--most 100 只保留最新的",
                        "| 完播 | 网络 | 50 |",
                        "没有观众在之后长时间观看新作品");
    }

    @Test
    void whatIsNoFactIsNamedWithItsPlace() throws Exception {
        var file = folder.resolve("log");
        Files.write(file, List.of("{\"kind\":\"of a later release\"}", "{\"kind\":\"served\"}"));
        assertThat(refused(file).err()).contains(file + ", line 2: no fact: ");
        Files.write(file, List.of("{\"kind\":\"of a later release\"}", "", "{"));
        assertThat(refused(file).err()).contains(file + ", line 2: no fact: ");
        Files.write(file, "[".repeat(1 << 23).getBytes(UTF_8));
        assertThat(refused(file).err()).contains(file + ", line 1: longer than 4 MiB");
        var packed = Files.move(file, folder.resolve("log.gz"));
        assertThat(refused(packed).err()).contains(packed + ", line 1: can't be read: ");
        assertThat(refused(file).err()).contains(file + ", line 1: can't be read: ");
    }

    @Test
    void aLakeThatIsNoneIsNamed() throws Exception {
        assertThat(refused(folder).err()).contains("has no files of a lake; name data/lake/raw");
        var file = folder.resolve("7.parquet");
        Files.writeString(file, "no parquet");
        assertThat(refused(folder).err()).contains(file + " is no file of a lake: ");
        write(file, "'viewer' as topic, 16 as partition, 0 as log_offset, '{}'::blob as body");
        assertThat(refused(file).err()).contains(file + " is no file of a lake: partition 16");
        write(file, "'viewer' as topic, 2 as partition, 41 as log_offset, '{'::blob as body");
        assertThat(refused(file).err()).contains(file + ", record 41 of partition 2: no fact: ");
        write(file, "'viewer' as topic, 2 as partition, 41 as log_offset, null::blob as body");
        assertThat(refused(file).err()).contains(file + ", record 41 of partition 2: no fact: it has no body");
        write(file, "'viewer' as topic, 2 as partition");
        assertThat(refused(file).err()).contains(file + " is no file of a lake: ");
    }

    private static void write(Path file, String columns) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("copy (select %s) to '%s' (format parquet)".formatted(columns, file));
        }
    }

    @Test
    void anEmptyLogSaysWhatToDo() throws Exception {
        var empty = Files.createFile(folder.resolve("log"));
        assertThat(refused(empty).err()).contains("nothing to learn from in 0 facts", "Let people watch");
        assertThat(refused().err()).contains("name the folder of the lake");
        assertThat(run(Tongue.CHINESE, empty).err()).contains("在 0 条事实中没有可学的曝光");
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertThat(refused("log", "--test-share", "1").err()).contains("--test-share: 0.01-0.9: 1");
        assertThat(refused("log", "--passes", "0").err()).contains("--passes: 1-100: 0");
        assertThat(refused("log", "--most", "99999999999").err()).contains("--most: 100-5000000: 99999999999");
        assertThat(refused("log", "--minutes", "1").err()).contains("--minutes is no option, or lacks its value");
    }
}
