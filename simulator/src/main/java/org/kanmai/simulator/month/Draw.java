package org.kanmai.simulator.month;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Draws the items of a page one after the other by their weights, each with the exact probability of its draw. */
final class Draw {
    private static final int ITEMS = 6;
    private static final int RESERVED = 2;
    private static final double HALF_LIFE_DAYS = 2;
    private static final double OLD_DAYS = 16;
    private static final double FRESHNESS = 1.5;
    private static final double TIE = 2;
    private static final double LIKED = 3;

    private final List<Piece> pieces;

    Draw(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** One item that was drawn; the last two places of a page are reserved, and drawn evenly, to learn about a work. */
    record Drawn(int piece, String source, String slot, double propensity, double score) {}

    List<Drawn> page(Resident resident, Memory memory, Instant at, Chance chance) {
        var drawn = new ArrayList<Drawn>();
        var films = new HashSet<Integer>();
        double[] weights = weights(resident, memory, at);
        while (drawn.size() < ITEMS) {
            boolean explore = drawn.size() >= ITEMS - RESERVED;
            double[] open = open(weights, films, explore);
            int piece = chance.weighted(open);
            if (piece < 0) {
                break;
            }
            double propensity = Math.min(1, open[piece] / sum(open));
            drawn.add(new Drawn(
                    piece,
                    explore ? "explore" : source(resident, memory, pieces.get(piece), at),
                    explore ? "reserved" : "randomised",
                    propensity,
                    weights[piece]));
            films.add(pieces.get(piece).film());
        }
        return drawn;
    }

    private double[] weights(Resident resident, Memory memory, Instant at) {
        double[] weights = new double[pieces.size()];
        for (int place = 0; place < weights.length; place++) {
            var piece = pieces.get(place);
            if (piece.publishedAt().isBefore(at) && !memory.seen().contains(place)) {
                double tie = memory.followed().contains(piece.creator()) ? TIE : 1;
                weights[place] =
                        piece.appeal() * resident.taste(piece.creator()) * tie * (1 + FRESHNESS * freshness(piece, at));
            }
        }
        return weights;
    }

    private static double freshness(Piece piece, Instant at) {
        double days = (at.getEpochSecond() - piece.publishedAt().getEpochSecond()) / 86_400.0;
        return days > OLD_DAYS ? 0 : Math.pow(0.5, days / HALF_LIFE_DAYS);
    }

    private double[] open(double[] weights, Set<Integer> films, boolean evenly) {
        double[] open = new double[weights.length];
        for (int place = 0; place < open.length; place++) {
            if (weights[place] > 0 && !films.contains(pieces.get(place).film())) {
                open[place] = evenly ? 1 : weights[place];
            }
        }
        return open;
    }

    private static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    private static String source(Resident resident, Memory memory, Piece piece, Instant at) {
        if (memory.followed().contains(piece.creator())) {
            return "following";
        }
        if (resident.taste(piece.creator()) > LIKED) {
            return "interest";
        }
        return freshness(piece, at) > 0.5 ? "fresh" : "popular";
    }
}
