package org.kanmai.ranking.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kanmai.ranking.learning.Past.NOON;
import static org.kanmai.ranking.learning.Past.converted;
import static org.kanmai.ranking.learning.Past.engaged;
import static org.kanmai.ranking.learning.Past.exposed;
import static org.kanmai.ranking.learning.Past.served;
import static org.kanmai.ranking.learning.Past.unprofiled;
import static org.kanmai.ranking.learning.Past.watched;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Conversion;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Source;
import org.kanmai.ranking.features.Head;

class LoggedExposuresTests {
    private final LoggedExposures exposures = new LoggedExposures(1_000);

    /** What was never served, a day later. */
    private static Fact late() {
        return exposed(served(999_999, 1, Source.FRESH, NOON), NOON.plusSeconds(86_000));
    }

    private List<LoggedExposure> settled(Fact... facts) {
        for (var fact : facts) {
            exposures.take(fact);
        }
        return exposures.settle();
    }

    @Test
    @Tag("TD-16")
    void anExposureIsToldOnceWithAllThatBecameOfIt() {
        var page = served(1, 2, Source.FRESH, NOON);
        var later = served(2, 4, Source.FRESH, NOON.plusSeconds(30_000));
        var told = settled(
                page,
                exposed(page, NOON.plusSeconds(2)),
                watched(page, 1, NOON.plusSeconds(9), 9_000, true),
                engaged(page, 5, NOON.plusSeconds(9), Engagement.LIKED),
                later,
                converted(page, 7, NOON.plusSeconds(40_000), Conversion.PAID),
                exposed(later, NOON.plusSeconds(50_000)));
        assertThat(told).as("the later one is not over").hasSize(1);
        var one = told.getFirst();
        assertThat(one.at()).isEqualTo(NOON.plusSeconds(2));
        assertThat(one.viewer()).isEqualTo(Past.ANNA.value());
        assertThat(one.score()).isOne();
        assertThat(one.label(Head.LIKE)).isOne();
        assertThat(one.label(Head.ORDER)).isOne();
        assertThat(one.label(Head.COMPLETION)).isZero();
        assertThat(one.label(Head.WATCH_TIME)).isEqualTo(0.15f);
        assertThat(one.example().label(Head.ORDER.number())).isOne();
        assertThat(one.content()).as("creator, a tag, and how long it is").hasSize(3);
    }

    /** A work that was watched to its end is known at once, one that was left only later: the first alone would tell a lie. */
    @Test
    void whatIsNotOverWhenTheLogEndsIsLeftOut() {
        var page = served(1, 2, Source.FRESH, NOON);
        var watched = watched(page, 1, NOON.plusSeconds(599), 10_000, true);
        assertThat(settled(page, exposed(page, NOON), watched)).isEmpty();
        assertThat(settled(watched(page, 2, NOON.plusSeconds(600), 10_000, true)))
                .hasSize(1);
    }

    @Test
    @Tag("GV-02")
    void nothingIsToldOfWhoIsNotProfiled() {
        var page = unprofiled(1, NOON);
        assertThat(settled(page, exposed(page, NOON), watched(page, 1, NOON, 10_000, true)))
                .isEmpty();
    }

    @Test
    void factsThatAreRepeatedLaterChangeNothing() {
        var log = Past.log(50, 8, 3);
        log.forEach(exposures::take);
        log.forEach(exposures::take);
        var told = settled(late());
        assertThat(told)
                .hasSize(50)
                .isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
        assertThat(told.getFirst().work()).isNotEqualTo(told.getLast().work());
    }

    @Test
    void theNewestAreKept() {
        var few = new LoggedExposures(20);
        Past.log(70, 8, 3).forEach(few::take);
        few.take(late());
        var told = few.settle();
        assertThat(told).hasSize(20);
        assertThat(told.getFirst().exposure()).isEqualTo(1_050);
        assertThat(few.letGo()).isEqualTo(50);
    }

    @Test
    void whatTheLearnerWasToldIsWhatIsToldHere() {
        var log = Past.log(300, 8, 3);
        var join = new ExampleJoin();
        log.forEach(join::take);
        var learned = join.settle(late().at());
        log.forEach(exposures::take);
        var told = settled(late());
        assertThat(told).hasSameSizeAs(learned.keySet());
        assertThat(told)
                .allSatisfy(each -> assertThat(learned)
                        .extractingByKey(each.exposure())
                        .satisfies(labelled -> {
                            for (var head : Head.values()) {
                                assertThat(each.label(head))
                                        .isEqualTo(labelled.labels().of(head));
                            }
                        }));
    }
}
