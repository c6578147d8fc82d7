package org.kanmai.app.insight.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.insight.board.MetricsOfTests;
import org.kanmai.app.insight.funnel.Period;
import org.kanmai.app.insight.lake.HandMade;

/** Which creators stay: who belongs to which week, and who came again in time. */
@Tag("TD-35")
class SurvivalTests {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Instant WEEK = MONDAY.atStartOfDay(Period.ZONE).toInstant();
    private static final Instant LATER = WEEK.plus(Duration.ofDays(60));
    private final TrafficMetrics metrics;

    SurvivalTests() throws IOException {
        metrics = new TrafficMetrics(MetricsOfTests.all());
    }

    private List<Cohort> cohorts(Stage stage, Instant now) throws SQLException {
        try (var lake = new HandMade(stage.facts())) {
            return lake.ask(facts -> Survival.of(facts, MONDAY.plusDays(20), null, now))
                    .cohorts(metrics.survival());
        }
    }

    private Cohort cohort(Stage stage, LocalDate week, Instant now) throws SQLException {
        return cohorts(stage, now).stream()
                .filter(cohort -> cohort.week().equals(week))
                .findFirst()
                .orElseThrow();
    }

    private static List<@Nullable Double> shares(Cohort cohort) {
        return cohort.survived().stream()
                .<@Nullable Double>map(Cohort.Survived::share)
                .toList();
    }

    @Test
    void whoPublishesAgainInTimeSurvived() throws SQLException {
        var stage = new Stage();
        for (int creator = 1; creator <= 4; creator++) {
            stage.published(creator, creator, WEEK.plusSeconds(creator));
        }
        stage.published(1, 11, WEEK.plusSeconds(1).plus(Duration.ofDays(7)));
        stage.published(2, 12, WEEK.plusSeconds(2).plus(Duration.ofDays(7)).plusMillis(1));
        stage.published(3, 13, WEEK.plusSeconds(3).plus(Duration.ofDays(30)));
        stage.published(4, 14, WEEK.plusSeconds(4).plus(Duration.ofDays(30)).plusMillis(1));
        var cohort = cohort(stage, MONDAY, LATER);
        assertThat(cohort.creators()).isEqualTo(4);
        assertThat(shares(cohort)).containsExactly(0.25, 0.5, 0.75);
    }

    @Test
    void theSameWorkAgainIsNoSecondOne() throws SQLException {
        var stage = new Stage().published(1, 1, WEEK).published(1, 1, WEEK.plusSeconds(60));
        assertThat(shares(cohort(stage, MONDAY, LATER))).containsExactly(0.0, 0.0, 0.0);
        stage.published(1, 2, WEEK);
        assertThat(shares(cohort(stage, MONDAY, LATER)))
                .as("two at once are two")
                .containsExactly(1.0, 1.0, 1.0);
    }

    @Test
    void weeksBeginOnMondaysOfTheSite() throws SQLException {
        var stage = new Stage()
                .published(1, 1, WEEK.minusMillis(1))
                .published(2, 2, WEEK)
                .published(3, 3, WEEK.plus(Duration.ofDays(7)).minusMillis(1))
                .published(4, 4, WEEK.plus(Duration.ofDays(7)));
        assertThat(cohort(stage, MONDAY.minusDays(7), LATER).creators()).isEqualTo(1);
        assertThat(cohort(stage, MONDAY, LATER).creators()).isEqualTo(2);
        assertThat(cohort(stage, MONDAY.plusDays(7), LATER).creators()).isEqualTo(1);
        assertThat(cohorts(stage, LATER))
                .hasSize(13)
                .extracting(Cohort::week)
                .isSorted()
                .last()
                .isEqualTo(MONDAY.plusDays(14));
    }

    @Test
    void aWeekIsTooYoungUntilItsLastCreatorHadTheDays() throws SQLException {
        var stage = new Stage().published(1, 1, WEEK).published(1, 2, WEEK.plusSeconds(9));
        var seven = WEEK.plus(Duration.ofDays(14));
        assertThat(shares(cohort(stage, MONDAY, seven.minusMillis(1)))).containsExactly(null, null, null);
        assertThat(shares(cohort(stage, MONDAY, seven))).containsExactly(1.0, null, null);
        assertThat(cohort(stage, MONDAY, seven).survived())
                .as("who came again is told anyway")
                .extracting(Cohort.Survived::again)
                .containsExactly(1L, 1L, 1L);
        assertThat(shares(cohort(stage, MONDAY, WEEK.plus(Duration.ofDays(37)))))
                .containsExactly(1.0, 1.0, 1.0);
    }

    @Test
    void allTogetherAreThoseOldEnough() throws SQLException {
        var stage = new Stage()
                .published(1, 1, WEEK)
                .published(1, 2, WEEK.plusSeconds(9))
                .published(3, 3, WEEK.plus(Duration.ofDays(7)));
        try (var lake = new HandMade(stage.facts())) {
            var now = WEEK.plus(Duration.ofDays(14));
            var sums = lake.ask(facts -> Survival.of(facts, MONDAY.plusDays(20), null, now))
                    .sums();
            assertThat(metrics.survival().getFirst().value(sums)).isEqualTo(1);
            assertThat(metrics.survival().getLast().value(sums)).isNull();
        }
    }
}
