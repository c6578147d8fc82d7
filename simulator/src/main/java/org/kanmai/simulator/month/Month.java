package org.kanmai.simulator.month;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A month of the town, whole: its residents, its works, and every page with what became of it, in the order of time. */
public final class Month {
    private static final double GOES_ON = 0.93;
    private static final int WATCHED = 2;

    private final long seed;
    private final Span span;
    private final List<Film> films;
    private final List<Resident> residents;
    private final List<Piece> pieces;
    private final IntUnaryOperator durations;

    private Month(long seed, Span span, List<Film> films, int people, IntUnaryOperator durations) {
        this.seed = seed;
        this.span = span;
        this.films = films;
        this.durations = durations;
        this.residents = new Town(seed, span, creators(films)).residents(people);
        this.pieces = new Programme(seed, films, span).pieces();
    }

    /**
     * Returns a month that follows from a seed and its end.
     *
     * @param films the first of them are all by different creators
     * @param durations how many milliseconds the film at a place lasts
     */
    public static Month of(long seed, Span span, List<Film> films, int people, IntUnaryOperator durations) {
        return new Month(seed, span, List.copyOf(films), people, durations);
    }

    static List<String> creators(List<Film> films) {
        return films.stream().map(Film::creator).distinct().toList();
    }

    /** Returns who lives there. */
    public List<Resident> residents() {
        return residents;
    }

    /** Returns what was published, in that order. */
    public List<Piece> pieces() {
        return pieces;
    }

    /** Returns the pages from an instant on and before another, in the order of time. */
    public List<Page> pages(Instant from, Instant until) {
        return residents.stream()
                .flatMap(resident -> new Life(resident).pages(until).stream())
                .filter(page -> !page.at().isBefore(from))
                .sorted(Comparator.comparing(Page::at).thenComparingInt(Page::resident))
                .toList();
    }

    /** The month of one resident. */
    private final class Life {
        private final Resident resident;
        private final Memory memory = Memory.none();
        private final Draw draw = new Draw(pieces);
        private final Watching watching = new Watching(films);
        private final Shopping shopping = new Shopping(span.end());
        private final Chance drawing;
        private final Chance looking;
        private final Chance buying;

        Life(Resident resident) {
            this.resident = resident;
            this.drawing = Chance.of(seed, "draw", resident.number());
            this.looking = Chance.of(seed, "watch", resident.number());
            this.buying = Chance.of(seed, "buy", resident.number());
        }

        List<Page> pages(Instant until) {
            return times().stream()
                    .takeWhile(until::isAfter)
                    .map(this::page)
                    .filter(page -> !page.items().isEmpty())
                    .toList();
        }

        private List<Instant> times() {
            var chance = Chance.of(seed, "time", resident.number());
            var first = resident.joinedAt().isAfter(span.begin()) ? resident.joinedAt() : span.begin();
            return IntStream.range(0, resident.pages())
                    .mapToObj(page -> Rhythm.between(first, span.lastPage(), chance))
                    .sorted()
                    .toList();
        }

        private Page page(Instant at) {
            int stratum = memory.stratum();
            var items = new ArrayList<Page.Item>();
            long after = looking.between(400, 1_500);
            boolean here = true;
            for (var drawn : draw.page(resident, memory, at, drawing)) {
                var item = here ? seen(drawn, at, after) : unseen(drawn);
                items.add(item);
                after = ends(item, after) + looking.between(150, 600);
                here = here && looking.hits(GOES_ON);
            }
            return new Page(resident.number(), at, stratum, items);
        }

        private Page.Item unseen(Draw.Drawn drawn) {
            return item(drawn, null, null, List.of(), null);
        }

        private Page.Item seen(Draw.Drawn drawn, Instant at, long after) {
            var piece = pieces.get(drawn.piece());
            memory.seen().add(drawn.piece());
            var seen = watching.watch(
                    piece, resident.taste(piece.creator()), durations.applyAsInt(piece.film()), after, memory, looking);
            long from = after + seen.watch().millis() / 2;
            var goods = seen.band() < WATCHED
                    ? List.<Film.Goods>of()
                    : films.get(piece.film()).goods();
            return item(drawn, after, seen.watch(), seen.acts(), shopping.visit(goods, at, from, resident, buying));
        }

        private static Page.Item item(
                Draw.Drawn drawn,
                @Nullable Long after,
                Page.@Nullable Watch watch,
                List<Page.Act> acts,
                Page.@Nullable Visit visit) {
            return new Page.Item(
                    drawn.piece(),
                    drawn.source(),
                    drawn.slot(),
                    drawn.propensity(),
                    drawn.score(),
                    after,
                    watch,
                    acts,
                    visit);
        }

        /** The next item comes when this one was watched and all was done. */
        private static long ends(Page.Item item, long after) {
            long watched =
                    item.watched() == null ? after : after + item.watched().millis();
            long acted = item.acts().stream().mapToLong(Page.Act::after).max().orElse(after);
            long shopped = item.visit() == null ? after : shopped(item.visit());
            return Math.max(watched, Math.max(acted, shopped));
        }

        private static long shopped(Page.Visit visit) {
            if (visit.order() != null) {
                return visit.order().placedAfter();
            }
            return visit.cartedAfter() == null ? visit.openedAfter() : visit.cartedAfter();
        }
    }
}
