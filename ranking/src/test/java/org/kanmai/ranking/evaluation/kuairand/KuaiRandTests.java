package org.kanmai.ranking.evaluation.kuairand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.facts.tongue.Tongue;
import org.kanmai.ranking.evaluation.kuairand.Exposure.Task;

class KuaiRandTests {
    private static final String LOG = "log_standard_4_25_to_5_03.csv.gz";
    private static final String HEAD =
            "user_id,video_id,date,hourmin,time_ms,is_click,is_like,is_follow,is_comment,is_forward,is_hate,long_view,play_time_ms,tab\n";
    private static final long DAY = 86_400_000;

    @TempDir
    Path folder;

    /** Three works, two of one author; viewer 1 watched works 11 and 12 before, the latter long. */
    private void write(String log) throws IOException {
        gzip(LOG, HEAD + log);
        gzip(
                "user_features_pure.csv.gz",
                "user_id," + String.join(",", KuaiRand.VIEWER_COLUMNS) + "\n1,full_active"
                        + ",3".repeat(KuaiRand.VIEWER_COLUMNS.size() - 1) + "\n");
        gzip("user_sequences_4_08_to_4_24.csv.gz", "user_id,watch_seq,like_seq,long_watch_seq\n1,11 12,\"\",12\n");
        gzip("video_features_basic_pure.csv.gz", """
                video_id,author_id,video_type,upload_dt,upload_type,video_duration,server_width,server_height,music_id,music_type,tag
                11,7,NORMAL,2022-04-10,Web,9000.0,720.0,1280.0,5,9.0,"20,43"
                12,7,NORMAL,2022-04-10,Web,,720.0,1280.0,5,,3
                13,8,AD,2022-04-11,Kmovie,60000.0,720.0,1280.0,6,9.0,
                """);
    }

    private void gzip(String name, String text) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String row(long viewer, long work, int day, long millis, int longView, long played) {
        return "%d,%d,%d,1300,%d,%d,0,0,0,0,0,%d,%d,1\n"
                .formatted(viewer, work, day, millis, longView, longView, played);
    }

    private KuaiRand read() {
        return KuaiRand.read(List.of(folder));
    }

    private static Map<String, Float> told(Impressions impressions, int place) {
        var numbers = impressions.all().get(place).numbers();
        return IntStream.range(0, numbers.length)
                .boxed()
                .collect(Collectors.toMap(at -> impressions.columns().get(at), at -> numbers[at]));
    }

    @Test
    void aLogIsReadInTheOrderOfTimeWithWhatIsKnownOfItsWorks() throws IOException {
        write(row(1, 13, 20220426, 2 * DAY, 0, 100) + row(1, 11, 20220425, DAY, 1, 9_000));
        var log = read();
        assertThat(log.exposures()).extracting(Exposure::work).containsExactly(11L, 13L);
        assertThat(log.exposures().getFirst().did(Task.LONG_VIEW)).isTrue();
        assertThat(log.exposures().getFirst().hour()).isEqualTo(13);
        assertThat(Objects.requireNonNull(log.works().get(11L)).tags()).containsExactly(20L, 43L);
        assertThat(Objects.requireNonNull(log.works().get(12L)).durationMillis())
                .isZero();
        assertThat(log.pasts().get(1L)).isEqualTo(new Past(List.of(11L, 12L), List.of(), List.of(12L)));
    }

    @Test
    void whatIsWrongIsToldWithItsFileAndLineInBothLanguages() throws IOException {
        write(row(1, 11, 20220425, DAY, 1, 9_000) + "1,x,20220425,1300,5,0,0,0,0,0,0,0,5,1\n");
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        why -> assertThat(why.in(Tongue.CHINESE))
                                .contains(LOG)
                                .contains("第 3 行")
                                .contains("video_id"))
                .hasMessageContaining(LOG + ", line 3: video_id is no whole number from 0 to 2147483647: x");
    }

    @Test
    void rowsThatAreCutOffTooLongOrUnquotedAreRefused() throws IOException {
        write("1,11\n");
        assertThatThrownBy(this::read).hasMessageContaining("line 2").hasMessageContaining("there is no value of");
        write("1".repeat(20_000) + "\n");
        assertThatThrownBy(this::read).hasMessageContaining("line 2: the line is too long");
        write("1,\"11\n");
        assertThatThrownBy(this::read).hasMessageContaining("a quotation mark is missing");
        write(row(1, 11, 20220425, DAY, 2, 5));
        assertThatThrownBy(this::read).hasMessageContaining("is_click is no whole number from 0 to 1: 2");
    }

    @Test
    void aFileThatIsMissingOrLacksAColumnOrIsNoGzipIsNamed() throws IOException {
        assertThatThrownBy(this::read).isInstanceOf(Unreadable.class).hasMessageContaining("log_standard_4_25");
        write("");
        gzip(LOG, "user_id\n");
        assertThatThrownBy(this::read).hasMessageContaining("line 1: there is no column video_id");
        Files.writeString(folder.resolve(LOG), HEAD);
        assertThatThrownBy(this::read).isInstanceOf(Unreadable.class).hasMessageContaining("can't be read");
    }

    @Test
    void nothingIsKnownOfAnExposureBeforeItHasEnded() throws IOException {
        write(row(1, 11, 20220425, DAY, 1, 60_000)
                + row(2, 11, 20220425, DAY + 30_000, 0, 0)
                + row(2, 11, 20220425, DAY + 90_000, 0, 0));
        var impressions = Impressions.of(read(), 20220503, Set.of());
        assertThat(told(impressions, 0)).containsEntry("work: shown", 0f).containsEntry("work: watched before", 1f);
        assertThat(told(impressions, 1)).containsEntry("work: shown", 0f);
        assertThat(told(impressions, 2)).containsEntry("work: shown", 2f);
    }

    @Test
    void ofTheTestedDaysNothingIsMadeKnown() throws IOException {
        write(row(1, 11, 20220501, DAY, 1, 1_000)
                + row(1, 11, 20220502, 2 * DAY, 1, 1_000)
                + row(1, 11, 20220503, 3 * DAY, 1, 1_000));
        var impressions = Impressions.of(read(), 20220502, Set.of());
        assertThat(told(impressions, 1)).containsEntry("work: shown", 1f);
        assertThat(told(impressions, 2)).containsEntry("work: shown", 1f);
    }

    @Test
    void whatComesLaterChangesNothingOfWhatIsToldOfAnExposure() throws IOException {
        var first = row(1, 11, 20220425, DAY, 1, 1_000) + row(1, 12, 20220426, 2 * DAY, 0, 1_000);
        write(first);
        var before = Impressions.of(read(), 20220503, Set.of());
        write(first + row(2, 12, 20220427, 3 * DAY, 1, 1_000) + row(1, 13, 20220427, 3 * DAY, 1, 1_000));
        var after = Impressions.of(read(), 20220503, Set.of());
        assertThat(told(after, 0)).isEqualTo(told(before, 0));
        assertThat(told(after, 1)).isEqualTo(told(before, 1));
    }

    @Test
    void aGroupThatIsLeftOutLeavesNoFieldBehind() throws IOException {
        write(row(1, 11, 20220425, DAY, 1, 1_000));
        var without = Impressions.of(read(), 20220503, Set.of("affinity", "history", "work rates"));
        assertThat(without.shape().cross()).isEmpty();
        assertThat(without.shape().history()).isZero();
        assertThat(without.columns()).contains("work", "author").doesNotContain("work: shown");
    }
}
