package org.kanmai.app.insight.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.insight.board.MetricsOfTests;
import org.kanmai.app.insight.lake.HandMade;
import org.kanmai.app.insight.traffic.Stage;
import org.kanmai.app.insight.traffic.TrafficMetricsOfTests;
import org.kanmai.app.insight.transparency.Report.Figure;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Origin;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.proof.Sha256;
import org.kanmai.facts.proof.TreeHead;

/** What a report says of facts that can be counted by hand. */
@Tag("TD-56")
@Tag("GV-24")
@Tag("TD-34")
class CountingTests {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    /** Midnight at UTC+8. */
    private static final Instant START = Instant.parse("2026-02-28T16:00:00Z");

    private static final Instant END = Instant.parse("2026-03-31T16:00:00Z");
    private final Counting counting;
    private final TreeHead head;

    CountingTests() throws IOException {
        counting = new Counting(TrafficMetricsOfTests.of(MetricsOfTests.all()));
        head = TreeHead.sign(
                7, Binary.of(new Sha256().empty()), END, Binary.EMPTY, "1", text -> new Sha256().plain(text));
    }

    private Report report(Stage stage) throws SQLException {
        try (var lake = new HandMade(stage.facts())) {
            return lake.ask(facts -> counting.of(facts, MARCH, head, Report.State.SETTLING));
        }
    }

    /** So many creators, each with one work of February. */
    private static Stage creators(int count) {
        var stage = new Stage();
        for (int creator = 1; creator <= count; creator++) {
            stage.published(creator, creator, START.minusSeconds(creator));
        }
        return stage;
    }

    @Test
    void aMonthIsThatOfTheSite() throws SQLException {
        var report = report(creators(1)
                .exposed(1, 1, START.minusMillis(1))
                .exposed(1, 2, START)
                .exposed(1, 4, END.minusMillis(1))
                .exposed(1, 8, END));
        assertThat(report.exposures()).isEqualTo(6);
        assertThat(report.from()).isEqualTo(START);
        assertThat(report.until()).isEqualTo(END);
        assertThat(report.under().size()).isEqualTo(7);
        assertThat(report.under().line()).isEqualTo(head.line());
    }

    @Test
    void worksOfTheMonthAreToldByHowOftenTheyWereSeen() throws SQLException {
        var stage = creators(1).exposed(1, 300, START);
        int[] exposures = {0, 0, 1, 199, 200, 499, 500};
        for (int work = 0; work < exposures.length; work++) {
            stage.published(2 + work, 100 + work, START.plusSeconds(work)).exposed(100 + work, exposures[work], START);
        }
        stage.published(2, 100, END.minusMillis(1)).published(50, 150, END).exposed(100, 1_000, END);
        var published = report(stage).published();
        assertThat(published.works()).isEqualTo(7);
        assertThat(published.bands()).extracting(Report.Band::works).containsExactly(2L, 2L, 2L, 1L, 0L, 0L, 0L);
        assertThat(published.bands().getFirst()).isEqualTo(new Report.Band(0, 1L, 2));
        assertThat(published.bands().getLast()).isEqualTo(new Report.Band(10_000, null, 0));
    }

    @Test
    void ofFewPeopleNothingIsSaid() throws SQLException {
        var nine = creators(9).exposed(1, 3, START);
        assertThat(report(nine).creators()).isNull();
        assertThat(report(nine).works().members()).isEqualTo(9);
        var ten = creators(10).exposed(1, 3, START);
        var creators = report(ten).creators();
        assertThat(creators).isNotNull();
        assertThat(creators.members()).isEqualTo(10);
        assertThat(creators.figures()).contains(new Figure("gini", 0.9), new Figure("top-share", 1.0));
        assertThat(creators.curve()).as("each piece is of ten").hasSize(2);
    }

    @Test
    void howManyPublishedIsSaidOfTenOrMore() throws SQLException {
        var stage = new Stage();
        for (int creator = 1; creator <= 9; creator++) {
            stage.published(creator, creator, START);
        }
        assertThat(report(stage).published().creators()).isNull();
        assertThat(report(stage.published(10, 10, START)).published().creators())
                .isEqualTo(10);
    }

    @Test
    void positionsPoliciesAndWithdrawnWorksAreCounted() throws SQLException {
        var stage = creators(2)
                .exposed(1, 5, START)
                .slot(Source.FRESH, SlotKind.RESERVED)
                .policy(2)
                .exposed(2, 3, START.plus(Duration.ofDays(2)))
                .slot(Source.EXPLORE, SlotKind.RANDOMISED)
                .origin(Origin.SIMULATED)
                .exposed(2, 2, END.minusMillis(1))
                .withdrawn(1, 1, START)
                .withdrawn(1, 1, START.plusSeconds(9))
                .withdrawn(2, 2, END);
        var report = report(stage);
        assertThat(report.positions())
                .containsExactly(new Figure("reserved-share", 0.3), new Figure("randomised-share", 0.2));
        assertThat(report.policies())
                .containsExactly(
                        new Report.PolicyUse(1, 5, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 1)),
                        new Report.PolicyUse(2, 5, LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 31)));
        assertThat(report.withdrawn()).isEqualTo(1);
        assertThat(report.natural()).isEqualTo(10);
        assertThat(report.simulated()).isEqualTo(2);
        assertThat(report.shown())
                .extracting("source", "exposures")
                .contains(tuple("interest", 5L), tuple("fresh", 3L));
    }

    @Test
    void anEmptyMonthIsAReportToo() throws SQLException {
        var report = report(new Stage());
        assertThat(report.exposures()).isZero();
        assertThat(report.works().figures()).extracting(Figure::value).containsOnlyNulls();
        assertThat(report.positions()).extracting(Figure::value).containsOnlyNulls();
    }

    @Test
    void whatIsSaidIsTheSameWhateverTheHead() throws SQLException {
        var report = report(creators(1).exposed(1, 1, START));
        assertThat(report.as(Report.State.FINAL).saysTheSame(report)).isTrue();
        assertThat(report(creators(1).exposed(1, 2, START)).saysTheSame(report)).isFalse();
    }
}
