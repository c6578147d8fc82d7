package org.kanmai.app.feed.learned;

import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Instant;
import org.kanmai.facts.Fact;
import org.kanmai.ranking.recall.LikingLog;

/** Who likes what since the log was opened, and when the channels learn from it next. For one thread. */
final class Lessons {
    private final LearnedChannels channels;
    private final WorkContents contents;
    private final RecallLearningSettings settings;
    private final Clock clock;
    private final Timer took;
    private final LikingLog likings;
    private Instant due;
    private long learned = -1;

    Lessons(LearnedChannels channels, WorkContents contents, RecallLearningSettings settings, Clock clock, Timer took) {
        this.channels = channels;
        this.contents = contents;
        this.settings = settings;
        this.clock = clock;
        this.took = took;
        likings = new LikingLog(settings.likings());
        due = clock.instant();
    }

    void take(Fact fact) {
        likings.take(fact);
    }

    /** Has the channels learn, when it is time, there is enough, and something has changed since. */
    void learnIfDue() {
        if (clock.instant().isBefore(due)) {
            return;
        }
        due = clock.instant().plus(settings.every());
        if (likings.size() >= settings.least() && likings.changes() != learned) {
            learned = likings.changes();
            took.record(() -> channels.learn(likings.interactions(), contents.newest(settings.works())));
        }
    }
}
