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
        assertThat(told).as("the later one's 20 seconds are not over").hasSize(1);
        var one = told.getFirst();
        assertThat(one.at()).isEqualTo(NOON.plusSeconds(2));
        assertThat(one.viewer()).isEqualTo(Past.ANNA.value());
        assertThat(one.score()).isOne();
        assertThat(one.label(Head.LIKE)).isOne();
        assertThat(one.label(Head.ORDER)).isOne();
        assertThat(one.label(Head.COMPLETION)).isZero();
        assertThat(one.label(Head.WATCH_TIME)).isEqualTo(0.15f);
        assertThat(one.example().label(Head.ORDER.number())).isOne();
        assertThat(one.content())
                .as("creator, a tag, and how long it is, twice")
                .hasSize(4);
    }

    @Test
    void whatMayStillComeWhenTheLogEndsIsUnknown() {
        var page = served(1, 2, Source.FRESH, NOON);
        var told = settled(page, exposed(page, NOON), watched(page, 1, NOON.plusSeconds(100), 9_000, false));
        assertThat(told.getFirst().label(Head.HOLD)).isOne();
        assertThat(told.getFirst().label(Head.LIKE)).isZero();
        assertThat(told.getFirst().label(Head.COMPLETION)).isNaN();
        assertThat(told.getFirst().label(Head.WATCH_TIME)).isNaN();
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
        var told = exposures.settle();
        assertThat(told)
                .hasSize(50)
                .isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
        assertThat(told.getFirst().work()).isNotEqualTo(told.getLast().work());
    }

    @Test
    void theNewestAreKept() {
        var few = new LoggedExposures(20);
        Past.log(70, 8, 3).forEach(few::take);
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
        var learned = join.settle(log.getLast().at());
        var told = settled(log.toArray(Fact[]::new));
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
