package org.kanmai.app.aftersales.credit;

import java.util.List;
import org.kanmai.facts.Code;

/**
 * What a shop's record comes to: a pure function of the record (EC-16).
 *
 * <p>Each term gives points between none and its most, straight from the figure that gives none to the one that gives all. Reviews are
 * averaged with five of four stars that nobody wrote, so that one review neither makes nor breaks a shop.
 *
 * @param score sum of the points, 0-100
 */
record Credit(Level level, int score, List<Term> terms) {
    /** Number of these rules; it is on every record that was made by them. */
    static final int VERSION = 1;

    /** With fewer orders a shop is new, whatever else is known. */
    static final int ENOUGH = 10;

    static final int HONEST = 92;
    static final int PLAIN = 60;

    private static final int IMAGINED = 5;
    private static final double IMAGINED_STARS = 4;

    Credit {
        terms = List.copyOf(terms);
    }

    /** How a shop stands. */
    enum Level implements Code {
        /** Too little is known. */
        NEW,
        /** Below what buyers may expect. */
        WATCHED,
        PLAIN,
        /** Good in every term, and nothing of its owner's was refused. */
        HONEST
    }

    /** What a shop is judged by. */
    enum Measure implements Code {
        /** Mean stars. */
        REVIEWS(40, 2.5, 4.5),
        /** Share of orders of which something went back by the shop's fault. */
        FAULTS(20, 0.10, 0.02),
        /** Share of orders whose dispute was lost. */
        DISPUTES(20, 0.02, 0),
        /** Share of orders that were sent late. */
        LATE(20, 0.20, 0.02);

        private final int most;
        private final double none;
        private final double all;

        Measure(int most, double none, double all) {
            this.most = most;
            this.none = none;
            this.all = all;
        }

        int most() {
            return most;
        }

        /** Returns the figure that gives all points. */
        double all() {
            return all;
        }

        /** Returns the figure that gives none. */
        double none() {
            return none;
        }

        Term of(double figure) {
            double share = Math.clamp((figure - none) / (all - none), 0, 1);
            return new Term(this, figure, (int) Math.round(most * share));
        }
    }

    /** One reason: the figure, and the points that it gives. */
    record Term(Measure measure, double figure, int points) {
        boolean isGood() {
            return points * 2 >= measure.most();
        }
    }

    static Credit of(ShopRecord record) {
        double mean = (record.stars() + IMAGINED * IMAGINED_STARS) / (record.reviews() + IMAGINED);
        var terms = List.of(
                Measure.REVIEWS.of(mean),
                Measure.FAULTS.of(share(record.faults(), record.received())),
                Measure.DISPUTES.of(share(record.lost(), record.received())),
                Measure.LATE.of(share(record.late(), record.sent())));
        int score = terms.stream().mapToInt(Term::points).sum();
        return new Credit(level(record, score, terms), score, terms);
    }

    private static Level level(ShopRecord record, int score, List<Term> terms) {
        if (record.received() < ENOUGH) {
            return Level.NEW;
        }
        if (score < PLAIN) {
            return Level.WATCHED;
        }
        boolean honest = score >= HONEST && !record.violated() && terms.stream().allMatch(Term::isGood);
        return honest ? Level.HONEST : Level.PLAIN;
    }

    private static double share(int some, int all) {
        return all == 0 ? 0 : Math.min(1, some / (double) all);
    }
}
