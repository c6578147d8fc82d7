package org.kanmai.simulator.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.facts.tongue.Tongue;
import org.kanmai.simulator.town.ranker.Aim;

@Tag("TD-27")
class FrontTests {
    private final Aim policy = new Aim(PolicyDocument.first().ranking());
    private final Front.Point watched = point("watched", 10, 30, 100, 0.5);
    private final Front.Point sold = point("sold", 8, 30, 200, 0.5);
    private final Front.Point even = point("even", 7, 20, 50, 0.3);
    private final Front.Point worse = point("worse", 8, 29, 150, 0.6);
    private final Front front = new Front(List.of(watched, sold, even, worse), Tongue.ENGLISH);

    @Test
    void whatIsWorseInAllGoalsThanAnotherIsNotOnTheFront() {
        assertThat(List.of(watched, sold, even)).allMatch(front::isOnFront);
        assertThat(front.isOnFront(worse)).isFalse();
    }

    @Test
    void tableFileAndPictureTellAllPointsWithTheirWeights() {
        assertThat(front.table()).contains("* watched", "* sold", "* even", "  worse");
        assertThat(front.file())
                .extracting(each -> each.get("name"))
                .containsExactly("watched", "sold", "even", "worse");
        assertThat(front.file().getFirst()).containsKeys("predicted", "means", "selling", "breadth");
        assertThat(front.picture()).contains("4 worse (0.600)").contains("fill=\"#fff\"/>");
    }

    @Test
    void allAimsThatAreTriedCanStandInAPolicy() {
        assertThat(Front.aims(policy).values())
                .allSatisfy(aim -> assertThat(aim.rule().predicted().values()).allMatch(weight -> weight <= 1));
    }

    @Test
    void anIntervalOfSeedsIsStudents() {
        var paired = Paired.of(List.of(1.0, 2.0, 3.0));
        assertThat(paired.mean()).isEqualTo(2);
        assertThat(paired.half()).isCloseTo(2.484, org.assertj.core.api.Assertions.within(0.001));
        assertThat(paired.low()).isLessThan(0);
    }

    private Front.Point point(String name, double minutes, double content, double turnover, double gini) {
        var figures = new Figures(
                name, 1, minutes, 1, gini, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, Map.of(), List.of(), List.of(), List.of(), 0);
        var yield = new Yield(figures, 0, turnover, 0, 0, content / 100, 0, 0, 0, 0, List.of(), List.of());
        return new Front.Point(name, policy, List.of(yield));
    }
}
