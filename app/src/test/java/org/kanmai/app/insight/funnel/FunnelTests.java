package org.kanmai.app.insight.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.insight.lake.Lake;
import org.kanmai.app.insight.lake.Tale;
import org.kanmai.facts.Conversion;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Origin;
import org.kanmai.facts.Source;
import org.kanmai.facts.Target;

/** Funnels over the real lake, held against counting by hand. */
@KanmaiTest
class FunnelTests {
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final List<Source> SOURCES =
            List.of(Source.FOLLOWING, Source.FRESH, Source.POPULAR, Source.INTEREST, Source.EXPLORE);

    private final Funnels funnels;
    private final Lake lake;
    private final Tale tale;
    private long tea;
    private long cup;
    private long brewing;
    private long pouring;

    FunnelTests(Funnels funnels, Lake lake, Tale tale) {
        this.funnels = funnels;
        this.lake = lake;
        this.tale = tale;
    }

    /** Each test has works and products of its own. */
    @BeforeEach
    void worksAndProducts() {
        tea = tale.id();
        cup = tale.id();
        brewing = tale.id();
        pouring = tale.id();
    }

    private Sight works() {
        return new Sight(Set.of(brewing, pouring), null, shown());
    }

    private Sight products(Long... products) {
        var shows = shown().stream()
                .filter(each -> Set.of(products).contains(each.product()))
                .toList();
        return new Sight(Set.copyOf(shows.stream().map(Sight.Shown::work).toList()), Set.of(products), shows);
    }

    private List<Sight.Shown> shown() {
        return List.of(new Sight.Shown(brewing, tea), new Sight.Shown(brewing, cup), new Sight.Shown(pouring, cup));
    }

    private Funnel ask(Sight sight, Breakdown by, Period period, Origin... origin) {
        return funnels.ask(new FunnelQuestion(sight, period, by, null, null, origin.length == 0 ? null : origin[0]));
    }

    private Period today() {
        var day = LocalDate.ofInstant(tale.now(), ZONE);
        return new Period(day.minusDays(1), day);
    }

    private void tell(List<? extends Fact> facts) {
        tale.tell(facts);
        await().atMost(Duration.ofSeconds(30)).until(() -> told(facts) == facts.size());
    }

    private long told(List<? extends Fact> facts) {
        var ids = facts.stream()
                .map(fact -> Long.valueOf(fact.identity().split(":", -1)[0]))
                .toList();
        return lake.ask(
                LocalDate.EPOCH,
                lake -> lake.rows(
                                "select count(*) from facts where id in (select unnest(?::bigint[]))",
                                List.of(ids),
                                row -> row.getLong(1))
                        .getFirst());
    }

    @Test
    @Tag("DX-01")
    @Tag("DX-04")
    void anExposureIsFollowedFromSightToPaymentAndCountsOnceInEachStep() {
        var at = tale.now();
        var bought = tale.exposed(tale.viewer(), brewing, Source.INTEREST, at);
        var left = tale.exposed(tale.viewer(), brewing, Source.FRESH, at);
        tell(List.of(
                bought,
                tale.watched(bought, 1, 3_000, at),
                tale.watched(bought, 2, Tale.DURATION, at.plusSeconds(1)),
                tale.engaged(bought, Engagement.LIKED, at),
                tale.engaged(bought, Engagement.COMMENTED, at),
                tale.opened(bought, Target.PRODUCT, at),
                tale.converted(bought, tea, Conversion.CARTED, at),
                tale.converted(bought, tea, Conversion.ORDERED, at),
                tale.converted(bought, tea, Conversion.PAID, at),
                left,
                tale.watched(left, 1, 2_999, at),
                tale.opened(left, Target.COMMENTS, at)));
        var funnel = ask(works(), Breakdown.SOURCE, today());
        assertThat(funnel.total().counts()).containsExactly(2L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 0L);
        assertThat(funnel.total().viewers()).isEqualTo(2);
        assertThat(funnel.rows()).extracting(Funnel.Row::key).containsExactlyInAnyOrder("fresh", "interest");
    }

    @Test
    @Tag("TD-47")
    @Tag("TD-48")
    void threeAndFiveSecondsAreReachedAtThreeAndFiveSeconds() {
        var at = tale.now();
        var facts = new ArrayList<Fact>();
        for (int millis : new int[] {2_999, 3_000, 4_999, 5_000}) {
            var exposed = tale.exposed(tale.viewer(), pouring, Source.FRESH, at);
            facts.add(exposed);
            facts.add(tale.watched(exposed, 1, millis, at));
        }
        tell(facts);
        var total = ask(works(), Breakdown.DAY, today()).total();
        assertThat(total.of(Step.HELD_3S)).isEqualTo(3);
        assertThat(total.of(Step.HELD_5S)).isEqualTo(1);
    }

    @Test
    void aMerchantSeesOwnProductsOnly() {
        var at = tale.now();
        var exposed = tale.exposed(tale.viewer(), brewing, Source.FRESH, at);
        tell(List.of(
                exposed,
                tale.converted(exposed, tea, Conversion.PAID, at),
                tale.converted(exposed, cup, Conversion.CARTED, at)));
        assertThat(ask(products(tea), Breakdown.DAY, today()).total().of(Step.PAID))
                .isEqualTo(1);
        var cups = ask(products(cup), Breakdown.PRODUCT, today());
        assertThat(cups.total().of(Step.EXPOSED)).isEqualTo(1);
        assertThat(cups.total().of(Step.CARTED)).isEqualTo(1);
        assertThat(cups.total().of(Step.PAID)).isZero();
        assertThat(cups.rows()).extracting(Funnel.Row::key).containsExactly(Long.toString(cup));
    }

    @Test
    void whoPaidBeforeBuysAgain() {
        var viewer = tale.viewer();
        var at = tale.now().minus(Duration.ofHours(2));
        var first = tale.exposed(viewer, brewing, Source.FRESH, at);
        var second = tale.exposed(viewer, brewing, Source.FRESH, at.plusSeconds(60));
        tell(List.of(
                first,
                tale.converted(first, tea, Conversion.PAID, at),
                second,
                tale.converted(second, tea, Conversion.PAID, at.plusSeconds(120))));
        var total = ask(works(), Breakdown.DAY, today()).total();
        assertThat(total.of(Step.PAID)).isEqualTo(2);
        assertThat(total.of(Step.REPURCHASED)).isEqualTo(1);
    }

    @Test
    void anExposureBelongsToItsDayOfUtcPlus8() {
        var midnight = LocalDate.ofInstant(tale.now(), ZONE).atStartOfDay(ZONE).toInstant();
        tell(List.of(
                tale.exposed(tale.viewer(), brewing, Source.FRESH, midnight.minusMillis(1)),
                tale.exposed(tale.viewer(), brewing, Source.FRESH, midnight)));
        var days = ask(works(), Breakdown.DAY, today()).rows();
        assertThat(days).extracting(row -> row.of(Step.EXPOSED)).containsExactly(1L, 1L);
        assertThat(days).extracting(Funnel.Row::key).isSorted();
    }

    @Test
    void whatTheLakeCountsIsWhatCountingByHandGives() {
        var random = new Random(7);
        var exposures = new ArrayList<Exposed>();
        var facts = new ArrayList<Fact>();
        var expected = new HashMap<Step, Long>();
        for (int count = 0; count < 120; count++) {
            var exposed = tale.exposed(
                    tale.viewer(),
                    random.nextBoolean() ? brewing : pouring,
                    SOURCES.get(random.nextInt(SOURCES.size())),
                    tale.now());
            exposures.add(exposed);
            facts.add(exposed);
            act(exposed, random, facts, expected);
        }
        tell(facts);
        for (var by : Breakdown.values()) {
            var funnel = ask(works(), by, today());
            if (by != Breakdown.PRODUCT) {
                assertThat(counted(funnel.total())).isEqualTo(expected);
                assertThat(funnel.rows().stream()
                                .mapToLong(row -> row.of(Step.EXPOSED))
                                .sum())
                        .isEqualTo(exposures.size());
            }
        }
        assertThat(ask(works(), Breakdown.DAY, today(), Origin.SIMULATED)
                        .total()
                        .of(Step.EXPOSED))
                .isZero();
    }

    private static Map<Step, Long> counted(Funnel.Row row) {
        var counts = new HashMap<Step, Long>();
        for (var step : Step.values()) {
            if (row.of(step) > 0) {
                counts.put(step, row.of(step));
            }
        }
        return counts;
    }

    private void act(Exposed exposed, Random random, List<Fact> facts, Map<Step, Long> expected) {
        Instant at = exposed.at();
        count(expected, Step.EXPOSED, true);
        int watched = random.nextInt(Tale.DURATION + 1);
        for (int sequence = 1; sequence <= random.nextInt(1, 4); sequence++) {
            facts.add(tale.watched(exposed, sequence, watched, at.plusMillis(sequence)));
        }
        count(expected, Step.HELD_3S, watched >= 3_000);
        count(expected, Step.HELD_5S, watched >= 5_000);
        count(expected, Step.COMPLETED, watched >= Tale.DURATION * 0.95);
        boolean liked = random.nextInt(3) == 0;
        boolean opened = random.nextInt(3) == 0;
        if (liked) {
            facts.add(tale.engaged(exposed, Engagement.LIKED, at));
        }
        if (opened) {
            facts.add(tale.opened(exposed, Target.PRODUCT, at));
        }
        count(expected, Step.INTERACTED, liked);
        count(expected, Step.OPENED, opened);
        int far = opened ? random.nextInt(4) : 0;
        buy(exposed, far, facts);
        count(expected, Step.CARTED, far > 0);
        count(expected, Step.ORDERED, far > 1);
        count(expected, Step.PAID, far > 2);
    }

    private void buy(Exposed exposed, int far, List<Fact> facts) {
        var steps = List.of(Conversion.CARTED, Conversion.ORDERED, Conversion.PAID);
        steps.subList(0, far).forEach(step -> facts.add(tale.converted(exposed, cup, step, exposed.at())));
    }

    private static void count(Map<Step, Long> expected, Step step, boolean reached) {
        if (reached) {
            expected.merge(step, 1L, (one, two) -> Objects.requireNonNull(one) + two);
        }
    }
}
