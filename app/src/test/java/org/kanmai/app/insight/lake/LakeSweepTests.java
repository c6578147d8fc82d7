package org.kanmai.app.insight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.insight.lake.LogEnds.LogAway;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Source;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the lake lets go of, and what it keeps. */
@KanmaiTest
class LakeSweepTests {
    private final LakeSweep sweep;
    private final LakeFolder folder;
    private final LogEnds logEnds;
    private final Folding folding;
    private final ManifestStore store;
    private final LakeSettings settings;
    private final Lake lake;
    private final Tale tale;
    private final JdbcClient jdbc;
    private final TestClock clock;

    LakeSweepTests(
            LakeSweep sweep,
            LakeFolder folder,
            LogEnds logEnds,
            Folding folding,
            ManifestStore store,
            LakeSettings settings,
            Lake lake,
            Tale tale,
            JdbcClient jdbc,
            TestClock clock) {
        this.sweep = sweep;
        this.folder = folder;
        this.logEnds = logEnds;
        this.folding = folding;
        this.store = store;
        this.settings = settings;
        this.lake = lake;
        this.tale = tale;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private long seen(long work) {
        return lake.ask(
                LocalDate.EPOCH,
                facts -> facts.rows("select count(*) from facts where work = ?", List.of(work), row -> row.getLong(1))
                        .getFirst());
    }

    private long told() {
        long work = tale.id();
        tale.tell(List.of(tale.exposed(tale.viewer(), work, Source.FRESH, tale.now())));
        await().atMost(Duration.ofSeconds(30)).until(() -> seen(work) == 1);
        return work;
    }

    @Test
    void oldRawFilesGoAndTheirHashesAndTheViewStay() throws Exception {
        long work = told();
        var fresh = store.fresh(1_000);
        while (!store.fresh(1).isEmpty()) {
            foldOrBeLate();
        }
        long roots = roots();
        clock.forward(Duration.ofDays(401));
        while (!store.foldedBefore(clock.instant().minus(settings.keepRaw()), 1).isEmpty()) {
            sweep.dropOld();
        }
        assertThat(fresh).noneMatch(file -> Files.exists(folder.file(file.part(), file.id())));
        assertThat(roots()).isGreaterThanOrEqualTo(roots);
        assertThat(seen(work)).isEqualTo(1);
    }

    /** The application folds too, whenever enough has come together. */
    private void foldOrBeLate() throws SQLException {
        try {
            folding.fold();
        } catch (IllegalStateException | DataIntegrityViolationException othersWereFirst) {
            assertThat(othersWereFirst).hasMessageMatching("(?s).*(folded these files first|file_live).*");
        }
    }

    private long roots() {
        return jdbc.sql("select count(*) from insight.segment")
                .query(Long.class)
                .single();
    }

    @Test
    void filesThatNobodyKnowsGoAfterAnHourAndOthersStay() throws IOException, LogAway {
        told();
        long young = tale.id();
        long old = Ids.smallest(clock.instant().minus(Duration.ofMinutes(61))) + 1;
        Files.createFile(folder.file(LakeFile.Part.RAW, young));
        Files.createFile(folder.unfinished(LakeFile.Part.VIEW, old));
        sweep.sweep();
        assertThat(folder.file(LakeFile.Part.RAW, young)).exists();
        assertThat(folder.unfinished(LakeFile.Part.VIEW, old)).doesNotExist();
        assertThat(store.fresh(1_000))
                .allSatisfy(
                        file -> assertThat(folder.file(file.part(), file.id())).exists());
    }

    @Test
    void theLogIsShortenedByWhatTheLakeHasHadForThreeDays() throws LogAway {
        long work = told();
        var before = logEnds.latest();
        sweep.shortenLog();
        assertThat(logEnds.latest()).isEqualTo(before);
        clock.forward(Duration.ofDays(3).plusMinutes(1));
        sweep.shortenLog();
        assertThat(logEnds.earliest())
                .allSatisfy((lane, first) -> assertThat(first).isLessThanOrEqualTo(before.get(lane)));
        assertThat(logEnds.earliest().values().stream().mapToLong(each -> each).sum())
                .isPositive();
        assertThat(seen(work)).isEqualTo(1);
    }
}
