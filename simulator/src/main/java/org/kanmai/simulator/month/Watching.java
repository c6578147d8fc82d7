package org.kanmai.simulator.month;

import java.util.ArrayList;
import java.util.List;
import org.kanmai.simulator.month.Page.Act;
import org.kanmai.simulator.month.Page.Watch;

/** How far a resident watches an item and what they do meanwhile. */
final class Watching {
    private static final double PULL = 0.35;
    /** People are shown what they like, so that they would watch further than those who were measured. */
    private static final double USUAL_PULL = 0.15;

    private static final int WATCHED = 2;
    private static final int LONGEST_FILM = 20_000;

    private final List<Film> films;

    Watching(List<Film> films) {
        this.films = films;
    }

    /** What was watched, how far in bands of {@link Rates#BANDS}, and what was done. */
    record Seen(Watch watch, int band, List<Act> acts) {}

    Seen watch(Piece piece, double taste, int durationMillis, long seenAfter, Memory memory, Chance chance) {
        int band = band(piece, taste, chance);
        double part = Rates.EDGES[band] + chance.share() * (Rates.EDGES[band + 1] - Rates.EDGES[band]);
        int millis = (int) (part * durationMillis);
        int loops = (int) part;
        var watch = new Watch(millis, millis, loops > 0 ? durationMillis : millis, loops);
        return new Seen(watch, band, acts(piece, band, seenAfter, millis, memory, chance));
    }

    private static int band(Piece piece, double taste, Chance chance) {
        double pull = PULL * (Math.log(piece.appeal()) + Math.log(taste) / 2) - USUAL_PULL;
        double rank = Math.pow(chance.share(), Math.exp(-pull));
        double left = rank;
        for (int band = 0; band < Rates.BANDS.length - 1; band++) {
            left -= Rates.BANDS[band];
            if (left < 0) {
                return band;
            }
        }
        return Rates.BANDS.length - 1;
    }

    private List<Act> acts(Piece piece, int band, long seenAfter, int millis, Memory memory, Chance chance) {
        var acts = new ArrayList<Act>();
        if (band == 0) {
            add(acts, "not-interested", Rates.REFUSED / Rates.BANDS[0], seenAfter, millis, chance);
        }
        add(acts, "like", Rates.LIKED[band], seenAfter, millis, chance);
        double eager = band < WATCHED ? 0.3 : 1.5;
        add(acts, "favourite", Rates.FAVOURITED * eager, seenAfter, millis, chance);
        add(acts, "share", Rates.SHARED * eager, seenAfter, millis, chance);
        add(acts, "open-comments", Rates.OPENED_COMMENTS * eager, seenAfter, millis, chance);
        add(acts, "open-profile", Rates.OPENED_PROFILE * eager, seenAfter, millis, chance);
        if (chance.hits(Rates.FOLLOWED * eager) && memory.followed().add(piece.creator())) {
            acts.add(new Act("follow", moment(seenAfter, millis, chance), null));
        }
        if (chance.hits(Rates.COMMENTED * eager)) {
            acts.add(new Act("comment", seenAfter + chance.between(4_000, LONGEST_FILM), comment(piece, chance)));
        }
        return acts;
    }

    private static void add(
            List<Act> acts, String what, double probability, long seenAfter, int millis, Chance chance) {
        if (chance.hits(probability)) {
            acts.add(new Act(what, moment(seenAfter, millis, chance), null));
        }
    }

    private static long moment(long seenAfter, int millis, Chance chance) {
        return seenAfter + 400 + chance.between(0, Math.max(1, millis));
    }

    private String comment(Piece piece, Chance chance) {
        double kind = chance.share();
        if (kind < 0.3) {
            return chance.any(films.get(piece.film()).talk());
        }
        var everybody = Words.COMMENTS.getOrDefault("everybody", List.of());
        return chance.any(kind < 0.7 ? Words.COMMENTS.getOrDefault(piece.creator(), everybody) : everybody);
    }
}
