package org.kanmai.app.feed.rooms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.feed.scoring.Entry.Term;

/** What makes a room come first (TD-55): whom one follows, what one likes, where people come to, and what has just begun. */
final class RoomRanking {
    private static final double FOLLOWING = 0.35;
    private static final double INTEREST = 0.25;
    private static final double HEAT = 0.25;
    private static final double FRESHNESS = 0.15;

    /** So many people within a minute are as hot as can be. */
    private static final double HOTTEST = 200;

    private static final double FADES_MINUTES = 60;

    private RoomRanking() {}

    /**
     * Returns the terms of a room's score, each in [0, 1] before its weight.
     *
     * @param affinity how near the host's works are to what the viewer likes, in (-1, 1)
     * @param heat people who came within the last minute, each once
     */
    static List<Term> terms(boolean followed, double affinity, long heat, @Nullable Instant begunAt, Instant now) {
        double minutes =
                begunAt == null ? 0 : Math.max(0, Duration.between(begunAt, now).toSeconds() / 60.0);
        return List.of(
                new Term("following", followed ? FOLLOWING : 0, ""),
                new Term("interest", INTEREST * Math.max(0, affinity), ""),
                new Term("heat", HEAT * Math.min(1, Math.log1p((double) heat) / Math.log1p(HOTTEST)), ""),
                new Term("freshness", FRESHNESS * Math.exp(-minutes / FADES_MINUTES), ""));
    }
}
