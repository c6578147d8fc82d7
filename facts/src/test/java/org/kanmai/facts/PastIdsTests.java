package org.kanmai.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PastIdsTests {
    private static final Instant THEN = Instant.parse("2026-03-08T07:00:00Z");

    @Test
    void anIdIsOfItsInstantOrOfTheNextMillisecondThatIsFree() {
        var ids = new PastIds(7);
        assertThat(Ids.madeAt(ids.at(THEN))).isEqualTo(THEN);
        assertThat(Ids.madeAt(ids.at(THEN))).isEqualTo(THEN.plusMillis(1));
        assertThat(Ids.madeAt(ids.at(THEN.plusMillis(1)))).isEqualTo(THEN.plusMillis(2));
    }

    @Test
    void lanesNeverShareAnId() {
        var made = new HashSet<Long>();
        IntStream.range(0, PastIds.LANES)
                .forEach(
                        lane -> assertThat(made.add(new PastIds(lane).at(THEN))).isTrue());
    }

    @Test
    void theSameLaneAskedTheSameGivesTheSame() {
        assertThat(new PastIds(9).at(THEN)).isEqualTo(new PastIds(9).at(THEN));
    }

    @Test
    void thereIsNoPastBeforeTheFirstIdAndNoLaneBesideThose() {
        assertThatThrownBy(() -> new PastIds(0).at(Instant.parse("2024-12-31T23:59:59Z")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PastIds(PastIds.LANES)).isInstanceOf(IllegalArgumentException.class);
    }
}
