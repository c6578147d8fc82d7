package org.kanmai.simulator.town.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class WorldTests {

    @Test
    void theTownShowsWhatTheRealLogShowed() {
        var shown = Sample.of(200_000, 7);
        var real = new double[] {
            Marginals.PLAY,
            Marginals.HOLD,
            Marginals.COMPLETION,
            Marginals.LIKE,
            Marginals.COMMENT,
            Marginals.SHARE,
            Marginals.FOLLOW,
            Marginals.WATCHED_SECONDS
        };
        var allowed = new double[] {2, 2, 5, 12, 20, 25, 25, 5};
        for (int place = 0; place < real.length; place++) {
            assertThat(shown.get(place))
                    .as(Sample.NAMES.get(place))
                    .isCloseTo(real[place], Percentage.withPercentage(allowed[place]));
        }
    }

    @Test
    void betterWorksAndBetterSuitedViewersWatchMore() {
        double average = completed(0, 0);
        assertThat(completed(1, 0)).isGreaterThan(average * 1.2);
        assertThat(completed(0, 0.85)).isGreaterThan(average * 1.2);
        assertThat(completed(-1, 0)).isLessThan(average / 1.2);
    }

    @Test
    void aViewerDoesTheSameWithAWorkWhoeverShowsIt() {
        double drawn = new Dice(7, 1, 3, 5).share();
        assertThat(new Dice(7, 1, 3, 5).share()).isEqualTo(drawn);
        assertThat(new Dice(7, 1, 5, 3).share()).isNotEqualTo(drawn);
        assertThat(new Dice(7, 2, 2, 5).share()).isNotEqualTo(drawn);
        assertThat(new Dice(8, 0, 3, 5).share()).isNotEqualTo(drawn);
    }

    @Test
    void drawsAreEvenAndNormal() {
        var dice = new Dice(1, 2, 3, 4);
        var normal = new double[50_000];
        Arrays.setAll(normal, each -> dice.normal());
        double mean = Arrays.stream(normal).average().orElseThrow();
        double square = Arrays.stream(normal).map(each -> each * each).average().orElseThrow();
        assertThat(mean).isCloseTo(0, within(0.02));
        assertThat(square).isCloseTo(1, within(0.03));
    }

    @Test
    void whatWasSeenIsRemembered() {
        var viewers = new Viewers(10, 1);
        viewers.see(3, 10_000);
        assertThat(viewers.hasSeen(3, 10_000)).isTrue();
        assertThat(viewers.hasSeen(3, 9_999)).isFalse();
        assertThat(viewers.hasSeen(4, 10_000)).isFalse();
    }

    @Test
    void whatWasWatchedGrowsWithWhatWasSeenOfIt() {
        for (int length = 0; length < OutcomeTable.LENGTHS; length++) {
            assertThat(OutcomeTable.watchedSeconds(length, 0)).isLessThan(OutcomeTable.watchedSeconds(length, 1));
            assertThat(OutcomeTable.watchedSeconds(length, 1)).isLessThan(OutcomeTable.watchedSeconds(length, 3));
        }
    }

    private static double completed(double quality, double suit) {
        var table = new OutcomeTable();
        int completed = 0;
        for (int draw = 0; draw < 20_000; draw++) {
            int outcomes = table.draw(
                    OutcomeTable.qualityLevel(quality),
                    OutcomeTable.suitLevel(suit),
                    2,
                    1,
                    0,
                    1,
                    new Dice(5, 0, draw, 0));
            completed += outcomes >> 1 & 1;
        }
        return completed / 20_000.0;
    }
}
