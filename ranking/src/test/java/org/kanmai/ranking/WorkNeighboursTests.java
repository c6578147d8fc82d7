package org.kanmai.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kanmai.ranking.Cast.NOON;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.WorkId;

@Tag("TD-18")
class WorkNeighboursTests {

    @Test
    void whatWasNearHalvesInTwoWeeksAndALateLikingCountsAsIfItHadComeInTime() {
        var later = NOON.plus(WorkNeighbours.HALF_LIFE);
        var inTime = WorkNeighbours.NONE.plus(works(1), 1, NOON).plus(works(2), 1, later);
        var late = WorkNeighbours.NONE.plus(works(2), 1, later).plus(works(1), 1, NOON);
        for (var neighbours : List.of(inTime, late)) {
            assertThat(neighbours.nearest(9)).containsExactly(new WorkId(2), new WorkId(1));
            assertThat(weights(neighbours).get(new WorkId(1))).isCloseTo(0.5, within(1e-6));
        }
    }

    @Test
    void theFarthestGiveWayAndARequestIsToldTheNearestFifty() {
        var neighbours = WorkNeighbours.NONE;
        for (int work = 1; work <= 300; work++) {
            neighbours = neighbours.plus(works(work), work, NOON.plus(Duration.ofSeconds(work)));
        }
        assertThat(neighbours.nearest(1_000)).hasSize(WorkNeighbours.COUNTED).startsWith(new WorkId(300));
        var told = WorkNeighbours.parse(neighbours.told().bytes());
        assertThat(told.nearest(1_000)).isEqualTo(neighbours.nearest(WorkNeighbours.TOLD));
        assertThat(WorkNeighbours.parse(neighbours.bytes()).nearest(1_000)).isEqualTo(neighbours.nearest(1_000));
    }

    @Test
    void aWorkNamedTwiceInOneLikingCountsOnce() {
        var neighbours = WorkNeighbours.NONE.plus(List.of(new WorkId(1), new WorkId(1)), 1, NOON);
        assertThat(weights(neighbours).get(new WorkId(1))).isEqualTo(1);
    }

    private static List<WorkId> works(long work) {
        return List.of(new WorkId(work));
    }

    private static Map<WorkId, Double> weights(WorkNeighbours neighbours) {
        var weights = new HashMap<WorkId, Double>();
        neighbours.forEach(weights::put);
        return weights;
    }
}
