package org.kanmai.simulator.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HabitsTests {
    private static final int PEOPLE = 50;

    @Test
    void whatSomebodyDoesDependsOnTheSeedThePersonAndTheWorkOnly() {
        assertThat(looks(new Habits(PEOPLE, 1, 7)))
                .isEqualTo(looks(new Habits(PEOPLE, 1, 7)))
                .isEqualTo(looks(new Habits(10 * PEOPLE, 1, 7)))
                .isNotEqualTo(looks(new Habits(PEOPLE, 1, 8)));
    }

    @Test
    void someWatchToTheEndAndMostDoNot() {
        var looks = looks(new Habits(PEOPLE, 1, 7));
        long whole = looks.stream().filter(millis -> millis >= 15_000).count();
        assertThat((double) whole / looks.size()).isBetween(0.15, 0.55);
    }

    @Test
    void paceShortensWatchingButNeverBelowASecond() {
        var usual = new Habits(PEOPLE, 1, 7);
        var fast = new Habits(PEOPLE, 4, 7);
        var slow = new Habits(PEOPLE, 0.5, 7);
        for (int person = 0; person < PEOPLE; person++) {
            long watches = usual.watchesMillis(person, item(person));
            assertThat(fast.watchesMillis(person, item(person)))
                    .isLessThanOrEqualTo(Math.max(1_000, watches / 4 + 1))
                    .isGreaterThanOrEqualTo(1_000)
                    .isEqualTo(fast.looksMillis(person, item(person)));
            assertThat(slow.watchesMillis(person, item(person))).isEqualTo(watches);
            assertThat(slow.looksMillis(person, item(person))).isGreaterThanOrEqualTo(watches);
        }
    }

    @Test
    void visitsHaveAnEndAndAComingBack() {
        var habits = new Habits(PEOPLE, 1, 7);
        assertThat(IntStream.range(0, 1_000).map(visit -> habits.pages(3, visit)))
                .allMatch(pages -> pages >= 1 && pages <= 20)
                .contains(1, 4, 8);
        assertThat(LongStream.range(0, 1_000).map(visit -> habits.awayMillis(3, (int) visit)))
                .allMatch(millis -> millis >= 1_000 && millis <= 601_000);
    }

    private static List<Long> looks(Habits habits) {
        return IntStream.range(0, 40 * PEOPLE)
                .mapToObj(each -> habits.watchesMillis(each % PEOPLE, item(each / PEOPLE)))
                .toList();
    }

    private static Page.Item item(int work) {
        return new Page.Item("token", "w" + work, "scene" + work % 7, 15_000);
    }
}
