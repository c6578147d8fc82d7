package org.kanmai.ranking.learning;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.kanmai.ranking.features.Head;
import org.kanmai.ranking.network.Candidate;
import org.kanmai.ranking.network.Example;
import org.kanmai.ranking.network.Network;

/** One exposure of a log: how it was scored when it was served, and what became of it. */
public final class LoggedExposure {
    private final long viewer;
    private final long exposure;
    private final Waiting of;

    LoggedExposure(long viewer, long exposure, Waiting of) {
        this.viewer = viewer;
        this.exposure = exposure;
        this.of = of;
    }

    /** Returns the number of the viewer's pseudonym. */
    public long viewer() {
        return viewer;
    }

    /** Returns the number of the exposure. */
    public long exposure() {
        return exposure;
    }

    /** Returns the id of the work, as histories name it. */
    public long work() {
        return of.item().work();
    }

    /** Returns when it came into view, in whole seconds. */
    public Instant at() {
        return Instant.ofEpochSecond(of.exposed());
    }

    /** Returns the score with which it was served: the sum of the terms that were logged. */
    public double score() {
        return DoubleStream.of(of.item().terms()).sum();
    }

    /** Returns what became of it for a head in [0, 1], {@link Example#UNKNOWN} where nothing is known. */
    public float label(Head head) {
        return of.told().of(head);
    }

    /** Returns what a network learns from. */
    public Example example() {
        return new Labelled(of.viewer(), of.item(), of.told(), of.heardMillis()).example();
    }

    /** Returns a probability for each head, by its number. */
    public float[] scored(Network network) {
        var candidate = new Candidate(of.item().item(), of.item().cross());
        return network.score(of.viewer().fields(), of.viewer().history(), List.of(candidate))[0];
    }

    /** Returns the ids of the works that the viewer had watched lately, the newest first. */
    public List<Long> history() {
        return Arrays.stream(of.viewer().history()).boxed().toList();
    }

    /** Returns what the work is like, without its name. */
    public List<Long> content() {
        return of.item().content();
    }
}
