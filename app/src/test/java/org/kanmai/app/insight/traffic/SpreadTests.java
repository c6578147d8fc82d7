package org.kanmai.app.insight.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kanmai.app.insight.board.Metrics;
import org.kanmai.app.insight.board.MetricsOfTests;
import org.kanmai.app.insight.funnel.Period;
import org.kanmai.app.insight.lake.HandMade;
import org.kanmai.facts.Origin;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;

/** How exposures are spread, held against distributions whose figures are known. */
@Tag("TD-34")
class SpreadTests {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Period WEEK = new Period(DAY, DAY.plusDays(6));
    private static final Instant START = WEEK.start();
    private static final Instant BEFORE = START.minus(Duration.ofDays(30));
    private static final double CLOSE = 1e-12;
    private final Metrics metrics;

    SpreadTests() throws IOException {
        metrics = MetricsOfTests.all();
    }

    private static Spread creators(Stage stage) throws SQLException {
        return spread(stage, Compared.CREATORS, 1);
    }

    private static Spread spread(Stage stage, Compared compared, int crowd) throws SQLException {
        try (var lake = new HandMade(stage.facts())) {
            return lake.ask(facts -> Spreads.of(facts, compared, WEEK, null, crowd));
        }
    }

    private @Nullable Double value(String key, Spread.Part part) {
        return metrics.of(key).value(part.sums());
    }

    /** Each creator with one work, and so many exposures of it. */
    private static Stage each(List<Integer> exposures) {
        var stage = new Stage();
        for (int creator = 0; creator < exposures.size(); creator++) {
            stage.published(1 + creator, 1_000 + creator, BEFORE);
            stage.exposed(1_000 + creator, exposures.get(creator), START.plusSeconds(creator));
        }
        return stage;
    }

    @Test
    void whereAllHaveTheSameNothingIsUneven() throws SQLException {
        var spread = creators(each(List.of(3, 3, 3, 3)));
        assertThat(spread.whole().members()).isEqualTo(4);
        assertThat(value("gini", spread.whole())).isZero();
        assertThat(value("top-share", spread.whole())).isEqualTo(0.25);
        assertThat(value("head-to-waist", spread.whole())).isEqualTo(1);
        assertThat(spread.curve())
                .allSatisfy(point -> assertThat(point.exposures()).isCloseTo(point.members(), within(CLOSE)));
    }

    @Test
    void whereOneHasAllItIsAsUnevenAsItCanBe() throws SQLException {
        var spread = creators(each(List.of(0, 0, 12, 0, 0)));
        assertThat(value("gini", spread.whole())).isCloseTo(1 - 1.0 / 5, within(CLOSE));
        assertThat(value("top-share", spread.whole())).isEqualTo(1);
        assertThat(value("head-to-waist", spread.whole()))
                .as("the one in the middle has nothing")
                .isNull();
    }

    @Test
    void theFiguresOfOneToFiveAreThoseOfTheBook() throws SQLException {
        var whole = creators(each(List.of(5, 1, 4, 2, 3))).whole();
        assertThat(value("gini", whole)).isCloseTo(4.0 / 15, within(CLOSE));
        assertThat(value("top-share", whole)).isCloseTo(5.0 / 15, within(CLOSE));
        assertThat(value("top-percent-share", whole)).as("at least one").isCloseTo(5.0 / 15, within(CLOSE));
        assertThat(value("head-to-waist", whole)).isCloseTo(5.0 / 3, within(CLOSE));
    }

    @Test
    void theMiddleOfAnEvenNumberIsBetweenTwo() throws SQLException {
        assertThat(value("head-to-waist", creators(each(List.of(1, 2, 4, 9))).whole()))
                .isEqualTo(3);
    }

    @Test
    void theHeadIsOnePercentAndTheCurveHasOnePointForEach() throws SQLException {
        var exposures = new ArrayList<>(Collections.nCopies(198, 1));
        exposures.addAll(List.of(30, 72));
        var spread = creators(each(exposures));
        assertThat(value("top-share", spread.whole())).isCloseTo(72.0 / 300, within(CLOSE));
        assertThat(value("top-percent-share", spread.whole())).isCloseTo(102.0 / 300, within(CLOSE));
        assertThat(value("head-to-waist", spread.whole())).isEqualTo(51);
        assertThat(spread.curve()).hasSize(101);
        assertThat(spread.curve().get(99)).isEqualTo(new Spread.Point(0.99, 198.0 / 300));
        assertThat(spread.curve().getLast()).isEqualTo(new Spread.Point(1, 1));
    }

    @Test
    void aPieceOfTheCurveStandsForAsManyAsIsAskedFor() throws SQLException {
        var spread = spread(each(Collections.nCopies(25, 2)), Compared.CREATORS, 10);
        assertThat(spread.curve()).extracting(Spread.Point::members).containsExactly(0.0, 12.0 / 25, 1.0);
    }

    @Test
    void whoHasSeveralWorksIsOneCreator() throws SQLException {
        var stage = each(List.of(1, 1));
        stage.published(1, 2_000, BEFORE).exposed(2_000, 2, START);
        assertThat(value("top-share", creators(stage).whole())).isEqualTo(0.75);
        var works = spread(stage, Compared.WORKS, 1).whole();
        assertThat(works.members()).isEqualTo(3);
        assertThat(value("top-share", works)).isEqualTo(0.5);
    }

    @Test
    void comparedAreThoseOfWhomSomethingCouldBeSeen() throws SQLException {
        var stage = each(List.of(4));
        stage.published(2, 2_000, BEFORE).withdrawn(2, 2_000, START.minusMillis(1));
        stage.published(3, 3_000, BEFORE).withdrawn(3, 3_000, START.plusSeconds(5));
        stage.published(4, 4_000, WEEK.end());
        stage.published(5, 5_000, BEFORE).withdrawn(5, 5_000, BEFORE.plusSeconds(1));
        stage.published(5, 5_000, BEFORE.plusSeconds(2));
        var spread = creators(stage);
        assertThat(spread.whole().members()).as("1, 3 and 5").isEqualTo(3);
        assertThat(spread.on(DAY).members()).isEqualTo(3);
        assertThat(spread.on(DAY.plusDays(1)).members()).isEqualTo(2);
    }

    @Test
    void whoWasSeenCountsAlthoughTheWorkWasGone() throws SQLException {
        var stage = each(List.of(1));
        stage.published(2, 2_000, BEFORE)
                .withdrawn(2, 2_000, BEFORE.plusSeconds(1))
                .exposed(2_000, 1, START);
        assertThat(creators(stage).whole().members()).isEqualTo(2);
        stage.exposed(9_000, 1, START);
        assertThat(creators(stage).whole().members())
                .as("nobody is known to have made it")
                .isEqualTo(2);
        assertThat(spread(stage, Compared.WORKS, 1).whole().members()).isEqualTo(3);
    }

    @Test
    void daysBeginAtTheMidnightOfTheSite() throws SQLException {
        var stage = new Stage().published(1, 1, BEFORE).published(2, 2, BEFORE);
        stage.exposed(1, 3, START.minusMillis(1)).exposed(1, 1, START).exposed(2, 1, START.plus(Duration.ofHours(24)));
        stage.exposed(2, 5, WEEK.end());
        var spread = creators(stage);
        assertThat(value("gini", spread.whole())).isZero();
        assertThat(value("gini", spread.on(DAY))).isEqualTo(0.5);
        assertThat(value("top-share", spread.before())).isEqualTo(1);
        assertThat(value("gini", spread.on(DAY.plusDays(2))))
                .as("nothing was shown")
                .isNull();
    }

    @Test
    void whatWasBoughtMakesNobodyLarger() throws SQLException {
        var stage = each(List.of(2, 2)).slot(Source.BOUGHT, SlotKind.RANKED).exposed(1_000, 50, START);
        var spread = creators(stage);
        assertThat(value("gini", spread.whole())).isZero();
        try (var lake = new HandMade(stage.facts())) {
            var exposures = lake.ask(facts -> Exposures.of(facts, WEEK.start(), WEEK.end(), null));
            assertThat(exposures.count()).isEqualTo(54);
            assertThat(exposures.natural()).isEqualTo(4);
            assertThat(exposures.shown().getFirst().natural()).isFalse();
        }
    }

    @Test
    void simulatedFactsCanBeLeftOut() throws SQLException {
        var stage = each(List.of(1, 1)).origin(Origin.SIMULATED);
        stage.published(3, 3, BEFORE).exposed(3, 6, START).exposed(1_000, 5, START);
        try (var lake = new HandMade(stage.facts())) {
            var live = lake.ask(facts -> Spreads.of(facts, Compared.CREATORS, WEEK, Origin.LIVE, 1))
                    .whole();
            assertThat(live.members()).isEqualTo(2);
            assertThat(value("gini", live)).isZero();
        }
        assertThat(creators(stage).whole().members()).isEqualTo(3);
    }

    @Test
    void nothingShownSaysNothing() throws SQLException {
        var spread = creators(new Stage());
        assertThat(spread.whole().members()).isZero();
        assertThat(value("gini", spread.whole())).isNull();
        assertThat(spread.curve()).isEmpty();
    }

    @Property(tries = 25)
    void theGiniCoefficientIsThatOfItsDefinition(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 9) Integer> exposures) throws SQLException {
        var spread = creators(each(exposures));
        int all = exposures.stream().mapToInt(Integer::intValue).sum();
        assertThat(spread.whole().members()).isEqualTo(exposures.size());
        if (all == 0) {
            assertThat(value("gini", spread.whole())).isNull();
            return;
        }
        double differences = exposures.stream()
                .mapToDouble(one -> exposures.stream()
                        .mapToDouble(other -> Math.abs(one - other))
                        .sum())
                .sum();
        int n = exposures.size();
        assertThat(value("gini", spread.whole()))
                .isCloseTo(differences / (2.0 * n * all), within(CLOSE))
                .isBetween(0.0, 1 - 1.0 / n + CLOSE);
        assertThat(spread.curve()).isSortedAccordingTo((one, two) -> Double.compare(one.exposures(), two.exposures()));
    }
}
