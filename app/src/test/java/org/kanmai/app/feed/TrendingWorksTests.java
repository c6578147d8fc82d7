package org.kanmai.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.WorkCounters;

@Tag("TD-14")
class TrendingWorksTests {
    private static final Instant NOW = Instant.parse("2026-03-01T12:30:00Z");
    private long fact;

    @Test
    void whatIsLikedAsMuchAsAllDayDoesNotRise() {
        var steady = WorkCounters.NONE;
        for (int hour = 0; hour < 24; hour++) {
            steady = likes(steady, hour, 10);
        }
        assertThat(TrendingWorks.rise(steady, NOW.plus(Duration.ofMinutes(29)))).isBetween(-1.0, 1.0);
    }

    @Test
    void whatIsLikedMoreThanEarlierRisesAndMoreOfItRisesMore() {
        var quiet = WorkCounters.NONE;
        for (int hour = 2; hour < 24; hour++) {
            quiet = likes(quiet, hour, 2);
        }
        assertThat(TrendingWorks.rise(quiet, NOW)).isLessThan(0);
        double some = TrendingWorks.rise(likes(quiet, 0, 6), NOW);
        double many = TrendingWorks.rise(likes(quiet, 0, 30), NOW);
        assertThat(some).isGreaterThan(2);
        assertThat(many).isGreaterThan(some);
    }

    @Test
    void whatWasLikedYesterdayIsNoRise() {
        assertThat(TrendingWorks.rise(likes(WorkCounters.NONE, 20, 100), NOW)).isLessThan(0);
        assertThat(TrendingWorks.rise(WorkCounters.NONE, NOW)).isZero();
    }

    private WorkCounters likes(WorkCounters counters, int hoursAgo, int likes) {
        var next = counters;
        for (int like = 0; like < likes; like++) {
            var liked = new Engaged(
                    ++fact,
                    NOW.minus(Duration.ofHours(hoursAgo)),
                    Origin.LIVE,
                    new Pseudonym(1),
                    new ExposureId(1),
                    Subject.work(new WorkId(1)),
                    Source.FRESH,
                    new PersonId(1),
                    Engagement.LIKED);
            next = next.plus(WorkCounters.observe(liked).step(0).change());
        }
        return next;
    }
}
