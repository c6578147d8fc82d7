package org.kanmai.simulator.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kanmai.simulator.town.world.TownSize;

class SimulateTests {

    @Test
    void readsWhatIsAsked() {
        var asked = read(
                "--policy",
                "a.yaml,b.yaml",
                "--seed",
                "7",
                "--days",
                "3",
                "--tier",
                "A",
                "--viewers",
                "50",
                "--baselines");
        assertThat(asked.policies()).containsExactly(Path.of("a.yaml"), Path.of("b.yaml"));
        assertThat(asked.seed()).isEqualTo(7);
        assertThat(asked.days()).isEqualTo(3);
        assertThat(asked.size()).isEqualTo(new TownSize(2_000, 50, 8_000, 20));
        assertThat(asked.baselines()).isEqualTo(SimulateArguments.Baselines.ALL);
        assertThat(read().policies()).isEmpty();
        assertThat(read().baselines()).isEqualTo(SimulateArguments.Baselines.NONE);
    }

    @Test
    void tierBHasTheRankerInSoManyTownsAndAFrontOfWeights() {
        assertThat(read().tier()).isEqualTo(SimulateArguments.Tier.A);
        assertThat(read().seeds()).isEqualTo(1);
        var asked = read("--tier", "B", "--seeds", "5");
        assertThat(asked.tier()).isEqualTo(SimulateArguments.Tier.B);
        assertThat(asked.seeds()).isEqualTo(5);
        assertThat(read("--front").tier()).isEqualTo(SimulateArguments.Tier.FRONT);
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        for (var words : List.of(
                List.of("--luck", "1"),
                List.of("--seed"),
                List.of("--seed", "x"),
                List.of("--days", "0"),
                List.of("--tier", "C"),
                List.of("--seeds", "0"),
                List.of("--breadth", "2"),
                List.of("--viewers", "1"))) {
            assertThatThrownBy(() -> SimulateArguments.read(words.toArray(String[]::new)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(words.getFirst());
        }
    }

    @Test
    void aChartHasALineAndANameForEach() {
        var svg = Chart.lines("Title & more", "day", Map.of("one <", List.of(0.0, 1.0, 2.0)));
        assertThat(svg).contains("Title &amp; more", "one &lt;", "points=\"60.0,370.0 280.0,205.0 500.0,40.0 \"");
    }

    private static SimulateArguments read(String... words) {
        return SimulateArguments.read(words);
    }
}
