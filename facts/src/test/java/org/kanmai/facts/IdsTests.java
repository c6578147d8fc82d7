package org.kanmai.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class IdsTests {
    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09.123Z");
    private static final Clock STANDING = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void idsGrowEvenWhenTheClockStands() {
        var ids = new Ids(STANDING, () -> 3);
        long last = -1;
        for (int made = 0; made < 10_000; made++) {
            long next = ids.next();
            assertThat(next).isGreaterThan(last);
            last = next;
        }
    }

    @Test
    void anIdTellsWhenItWasMade() {
        assertThat(Ids.madeAt(new Ids(STANDING, () -> 1023).next())).isEqualTo(NOW);
    }

    @Test
    void twoNodesNeverMakeTheSameId() {
        var first = new Ids(STANDING, () -> 1);
        var second = new Ids(STANDING, () -> 2);
        var made = new HashSet<Long>();
        for (int each = 0; each < 5_000; each++) {
            assertThat(made.add(first.next())).isTrue();
            assertThat(made.add(second.next())).isTrue();
        }
    }

    @Test
    void withoutANodeNumberOfItsOwnThereIsNoId() {
        assertThatThrownBy(new Ids(STANDING, () -> 1024)::next).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(new Ids(STANDING, () -> -1)::next).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anIdBesideAnotherIsOfItsMillisecondWhateverTheNumber() {
        long id = new Ids(STANDING, () -> 5).next();
        for (int number : new int[] {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThat(Ids.madeAt(Ids.beside(id, number))).isEqualTo(NOW);
            assertThat(Ids.beside(id, number)).isEqualTo(Ids.beside(id, number)).isNotNegative();
        }
        assertThat(Ids.beside(id, 1)).isNotEqualTo(Ids.beside(id, 2));
    }

    @Test
    void onlyDecimalDigitsAreAnId() {
        assertThat(WorkId.parse("0").value()).isZero();
        assertThat(WorkId.parse(Long.toString(Long.MAX_VALUE)).value()).isEqualTo(Long.MAX_VALUE);
        for (String wrong :
                new String[] {"", "-1", "+1", "1e3", "9223372036854775808", " 1", "１", "99999999999999999999"}) {
            assertThatThrownBy(() -> WorkId.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
