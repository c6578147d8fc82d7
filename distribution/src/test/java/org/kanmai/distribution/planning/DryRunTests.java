package org.kanmai.distribution.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.distribution.ladder.Cohort;
import org.kanmai.distribution.ladder.Trial;
import org.kanmai.distribution.planning.DryRun.Dimension;
import org.kanmai.distribution.planning.DryRun.Group;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.Merit;
import org.kanmai.distribution.policy.Outcome;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.distribution.policy.PolicyReading;
import org.kanmai.distribution.policy.Trade;

@Tag("TD-22")
class DryRunTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
    private static final DistributionPolicy FIRST = PolicyDocument.first();

    /** Likes count almost all that completion counted, and a real name earns nothing. */
    private static DistributionPolicy likes() {
        var text = text().replace("completion: 0.35, like: 0.16", "completion: 0.25, like: 0.26")
                .replace("real-name: 0.30, no-violation: 0.20", "real-name: 0.00, no-violation: 0.50");
        assertThat(text).isNotEqualTo(text());
        return ((PolicyReading.Accepted) PolicyDocument.read(text)).policy();
    }

    private static String text() {
        try (var in = Objects.requireNonNull(PolicyDocument.class.getResourceAsStream("/policy/distribution-1.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static DryRun.Finished finished(long work, String vertical, int outcomes, double realName) {
        var trial = new Trial();
        trial.add(outcomes, 3, 120);
        trial.add(0, 3, 180);
        return new DryRun.Finished(
                work,
                work % 10,
                new Cohort(vertical, Cohort.Length.SHORT, Cohort.Age.SETTLED),
                1,
                FIRST.pool(1).quota().at(0.3 * realName + 0.2),
                Trade.SHOWS_NOTHING,
                TODAY,
                trial,
                Map.of(Merit.REAL_NAME, realName, Merit.NO_VIOLATION, 1.0));
    }

    private static List<DryRun.Finished> some() {
        int completed = Outcome.PLAY.bit() | Outcome.COMPLETION.bit();
        var some = new ArrayList<DryRun.Finished>();
        for (long work = 1; work <= 20; work++) {
            boolean films = work <= 10;
            some.add(finished(
                    work,
                    films ? "stories" : "songs",
                    films ? completed : completed | Outcome.LIKE.bit(),
                    films ? 1 : 0));
        }
        return some;
    }

    private static Group of(List<Group> groups, Dimension dimension, String name) {
        return groups.stream()
                .filter(group -> group.dimension() == dimension && group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSameRulesChangeNothing() {
        var groups = new DryRun(FIRST, FIRST).run(some(), TODAY);
        assertThat(groups).isNotEmpty().allMatch(group -> group.before().equals(group.after()));
        assertThat(of(groups, Dimension.ALL, "").pools()).isEqualTo(20);
        assertThat(groups.stream().filter(group -> group.dimension() == Dimension.TIER))
                .extracting(Group::name)
                .containsExactly("head", "middle", "tail");
    }

    @Test
    void otherRulesSayWhoGainsAndWhoLoses() {
        var groups = new DryRun(FIRST, likes()).run(some(), TODAY);
        var stories = of(groups, Dimension.VERTICAL, "stories");
        var songs = of(groups, Dimension.VERTICAL, "songs");
        assertThat(stories.after().promised())
                .as("a name for a clean record")
                .isEqualTo(stories.before().promised());
        assertThat(songs.after().promised()).isGreaterThan(songs.before().promised());
        assertThat(songs.after().stopped()).isLessThanOrEqualTo(songs.before().stopped());
        var all = of(groups, Dimension.ALL, "");
        assertThat(all.after().promoted()
                        + all.after().undecided()
                        + all.after().stopped())
                .isEqualTo(20);
    }

    @Test
    void whatWasFinishedEarlierOnlyMakesBars() {
        assertThat(new DryRun(FIRST, FIRST).run(some(), TODAY.plusDays(1))).isEmpty();
    }
}
