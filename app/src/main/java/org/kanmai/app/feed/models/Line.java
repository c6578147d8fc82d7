package org.kanmai.app.feed.models;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.kanmai.app.feed.log.ViewerLog;
import org.kanmai.ranking.learning.Delay;
import org.kanmai.ranking.learning.Learner;
import org.kanmai.ranking.network.NetworkSettings;
import org.kanmai.ranking.network.SnapshotRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One learner with the version it last put on record, and when the next is due. For one thread. */
final class Line {
    private static final Logger log = LoggerFactory.getLogger(Line.class);
    private static final int LOOKED_AT = 8;
    /** A model costs work; so many times as long goes by before the next. */
    private static final int REST = 20;

    private static final int MOST_REFUSALS = 20;

    private final Learner learner;
    private final Duration every;
    private final Delay.Seen seen = new Delay.Seen();
    private int version;
    private int newest;
    private long published;
    private Instant due;
    private int refusals;

    private Line(Learner learner, int version, int newest, Duration every, Instant now) {
        this.learner = learner;
        this.version = version;
        this.newest = newest;
        this.published = learner.learned();
        this.every = every;
        this.due = now.plus(every);
    }

    /**
     * Goes on from the newest model that can be read, or begins anew. Where what followed that was cut off, it goes on
     * without what was told meanwhile, which may have been what spoiled it.
     */
    static Line resume(ModelStore store, ModelFolder folder, ViewerLog records, Duration every, Clock clock) {
        int newest = store.newest();
        for (var model : store.line(LOOKED_AT)) {
            var learner = read(store, folder, model);
            if (learner.isPresent()) {
                return of(learner.get(), model.version(), newest, store, records, every, clock);
            }
        }
        return of(Learner.begin(NetworkSettings.usual()), 0, newest, store, records, every, clock);
    }

    private static Line of(
            Learner learner,
            int version,
            int newest,
            ModelStore store,
            ViewerLog records,
            Duration every,
            Clock clock) {
        if (store.isCutOffAfter(version)) {
            learner.skipTo(records.ends());
        }
        records.seek(learner.next());
        return new Line(learner, version, newest, every, clock.instant());
    }

    /** What is damaged says so on record, so that nobody goes on from it or ranks by it; a disk may be back later. */
    private static Optional<Learner> read(ModelStore store, ModelFolder folder, ModelRow model) {
        try {
            return Learner.resume(folder.read(model.file()));
        } catch (SnapshotRefused | IllegalArgumentException damaged) {
            log.warn("learning can't go on from model {}, an older one is tried", model.version(), damaged);
            store.isUnreadable(model.version(), "its file can't be read: " + damaged.getMessage());
            return Optional.empty();
        } catch (UncheckedIOException damaged) {
            log.warn("learning can't go on from model {}, an older one is tried", model.version(), damaged);
            return Optional.empty();
        }
    }

    /** Learns what can be told by now. */
    int learn(Instant now, ViewerLog records, LongConsumer delays) {
        return learner.learn(now, records::isRead, delay -> {
            delays.accept(delay);
            seen.add(delay);
        });
    }

    Learner learner() {
        return learner;
    }

    /** Puts a model on record if there is anything new and the last is old enough; returns false if it is of no use to go on. */
    boolean publishIfDue(Publishing publishing, Clock clock) {
        if (learner.isStuck()) {
            return false;
        }
        if (clock.instant().isBefore(due) || learner.learned() == published) {
            return true;
        }
        var begin = clock.instant();
        var model = publishing.publish(learner, version, newest + 1, seen.take());
        var cost = Duration.between(begin, clock.instant());
        var rest = cost.multipliedBy(REST);
        due = begin.plus(rest.compareTo(every) > 0 ? rest : every);
        version = model.version();
        newest = version;
        published = learner.learned();
        refusals = model.verdict() == ModelVerdict.REFUSED ? refusals + 1 : 0;
        return refusals < MOST_REFUSALS;
    }
}
