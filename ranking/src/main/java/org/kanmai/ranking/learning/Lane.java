package org.kanmai.ranking.learning;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.kanmai.facts.Fact;
import org.kanmai.ranking.LayoutReader;
import org.kanmai.ranking.LayoutWriter;

/** One partition of the log, which has all facts of the viewers in it, in their order. */
final class Lane {
    private final ExampleJoin join;
    private long next;
    private Instant reached;

    Lane() {
        this(new ExampleJoin(), 0, Instant.EPOCH);
    }

    private Lane(ExampleJoin join, long next, Instant reached) {
        this.join = join;
        this.next = next;
        this.reached = reached;
    }

    /** Returns a lane that is read from an offset on. */
    static Lane at(long offset) {
        return new Lane(new ExampleJoin(), offset, Instant.EPOCH);
    }

    /** Takes a record, unless it was taken before. */
    void take(long offset, Optional<Fact> fact) {
        if (offset < next) {
            return;
        }
        next = offset + 1;
        fact.ifPresent(this::take);
    }

    private void take(Fact fact) {
        join.take(fact);
        if (fact.at().isAfter(reached)) {
            reached = fact.at();
        }
    }

    /** Returns the next offset to be read. */
    long next() {
        return next;
    }

    /** Returns the time of the newest fact. */
    Instant reached() {
        return reached;
    }

    Map<Long, Labelled> settle(Instant time) {
        return join.settle(time);
    }

    void write(LayoutWriter out) {
        join.write(out.number(next).number(reached.toEpochMilli()));
    }

    static Lane read(LayoutReader in) {
        long next = in.number();
        var reached = Instant.ofEpochMilli(in.number());
        return new Lane(ExampleJoin.read(in), next, reached);
    }
}
