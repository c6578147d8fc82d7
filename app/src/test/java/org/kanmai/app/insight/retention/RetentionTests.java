package org.kanmai.app.insight.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.insight.lake.Tale;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Source;
import org.kanmai.facts.WorkId;

/** Retention curves from facts of which each point can be counted by hand. */
@KanmaiTest
class RetentionTests {
    private final Retentions retentions;
    private final Tale tale;

    RetentionTests(Retentions retentions, Tale tale) {
        this.retentions = retentions;
        this.tale = tale;
    }

    @Test
    @Tag("TD-47")
    @Tag("TD-48")
    void theCurveIsTheShareThatReachedEachSecond() {
        long work = tale.id();
        var facts = new ArrayList<Fact>();
        for (int millis : new int[] {0, 1_500, 3_000, 5_000, 12_000}) {
            var exposed = tale.exposed(tale.viewer(), work, Source.FRESH, tale.now());
            facts.add(exposed);
            facts.add(tale.watched(exposed, 1, millis, tale.now()));
        }
        tale.tell(facts);
        var curve = await().atMost(Duration.ofSeconds(30))
                .until(() -> retentions.of(new WorkId(work)).own(), own -> own.exposures() == 5 && full(own));
        assertThat(curve.three()).isEqualTo(0.6);
        assertThat(curve.five()).isEqualTo(0.4);
        assertThat(curve.points())
                .extracting(Retention.Point::share)
                .containsExactly(1.0, 0.8, 0.6, 0.6, 0.4, 0.4, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2);
        assertThat(retentions.of(new WorkId(work)).usual().exposures()).isGreaterThanOrEqualTo(5);
    }

    private static boolean full(Retention.Curve curve) {
        return Objects.requireNonNull(curve.five()) > 0.3;
    }

    @Test
    void aWorkThatNobodySawHasNoCurve() {
        var curve = retentions.of(new WorkId(tale.id())).own();
        assertThat(curve.exposures()).isZero();
        assertThat(curve.three()).isNull();
        assertThat(curve.points()).isEmpty();
    }
}
