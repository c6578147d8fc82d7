package org.kanmai.simulator.month;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the creators published in the past: nine works of each film, under titles of their own. */
final class Programme {
    private static final int COVERS = 4;
    private static final Duration EARLIER = Duration.ofDays(12);
    private static final Duration LATEST = Duration.ofHours(14);
    private static final double APPEAL = 0.6;

    private final long seed;
    private final List<Film> films;
    private final Span span;

    Programme(long seed, List<Film> films, Span span) {
        this.seed = seed;
        this.films = films;
        this.span = span;
    }

    /** Returns the works in the order in which they were published; those of the first films began before the month. */
    List<Piece> pieces() {
        var pieces = new ArrayList<Piece>();
        for (int film = 0; film < films.size(); film++) {
            var own = Words.TITLES.getOrDefault(films.get(film).title(), List.of());
            for (int place = 0; place < own.size(); place++) {
                pieces.add(piece(film, place, own.get(place)));
            }
        }
        pieces.sort(Comparator.comparing(Piece::publishedAt).thenComparing(Piece::title));
        return pieces;
    }

    private Piece piece(int film, int place, String title) {
        var shown = films.get(film);
        var chance = Chance.of(seed, "piece", title.hashCode());
        return new Piece(
                film,
                shown.creator(),
                title,
                shown.hashtags(),
                place % COVERS,
                "%016x".formatted(Chance.of(seed, "look", film).between(1, Long.MAX_VALUE)),
                published(film, chance),
                chance.spread(APPEAL));
    }

    private Instant published(int film, Chance chance) {
        boolean first = film < Month.creators(films).size();
        var begin = first ? span.begin().minus(EARLIER) : span.turn();
        return Rhythm.between(begin, span.end().minus(LATEST), chance);
    }
}
