package org.kanmai.app.feed.learned;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.facts.ConsentChanged;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Purpose;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.WorkId;

@KanmaiTest
@Tag("TD-18")
class LessonsTests {
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Instant LONG_AGO = Instant.parse("2026-03-01T12:00:00Z");

    private final LearnedChannels channels = new LearnedChannels();
    private final Timer took = new SimpleMeterRegistry().timer("took");
    private final TestClock clock = new TestClock();
    private final Lessons lessons;
    private long id = 1;

    LessonsTests(WorkContents contents) {
        var settings = new RecallLearningSettings(true, EVERY, 4, 1_000, 1_000, 0);
        lessons = new Lessons(channels, contents, settings, clock, took);
    }

    private void likes(long viewer, long work) {
        lessons.take(new ConsentChanged(id++, LONG_AGO, Origin.LIVE, new Pseudonym(viewer), Purpose.BEHAVIOUR, true));
        lessons.take(new Engaged(
                id++,
                LONG_AGO,
                Origin.LIVE,
                new Pseudonym(viewer),
                new ExposureId(1),
                Subject.work(new WorkId(work)),
                Source.FRESH,
                new PersonId(5),
                Engagement.LIKED));
    }

    private List<WorkId> next() {
        return channels.find(Source.GRAPH, List.of(new WorkId(71)), 5);
    }

    @Test
    void channelsLearnWhenThereIsEnoughAndItIsTimeAndSomethingHasChanged() {
        likes(1, 71);
        likes(1, 72);
        likes(2, 71);
        lessons.learnIfDue();
        assertThat(next()).as("too few").isEmpty();
        likes(2, 73);
        lessons.learnIfDue();
        assertThat(next()).as("it is not time").isEmpty();
        clock.forward(EVERY);
        lessons.learnIfDue();
        assertThat(next()).containsExactlyInAnyOrder(new WorkId(72), new WorkId(73));
        clock.forward(EVERY);
        lessons.learnIfDue();
        assertThat(took.count()).as("nothing has changed").isOne();
        likes(3, 74);
        clock.forward(EVERY);
        lessons.learnIfDue();
        assertThat(took.count()).isEqualTo(2);
    }
}
