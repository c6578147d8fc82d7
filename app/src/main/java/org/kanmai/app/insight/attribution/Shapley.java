package org.kanmai.app.insight.attribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * The Shapley value: what a player adds to those who came before, averaged over all orders of coming (L. S. Shapley, A value
 * for n-person games, 1953).
 */
final class Shapley {
    /** More than so many channels of one journey: the earliest get nothing, since each more doubles the work. */
    static final int MOST_PLAYERS = 10;

    private static final double SCALE = 1e12;

    private Shapley() {}

    /**
     * Returns each player's value.
     *
     * @param players how many there are, at most {@link #MOST_PLAYERS}
     * @param game what a coalition is worth, a bit for each player; nobody is worth 0
     */
    static double[] values(int players, IntToDoubleFunction game) {
        var values = new double[players];
        var shares = shares(players);
        for (int coalition = 0; coalition < 1 << players; coalition++) {
            double worth = game.applyAsDouble(coalition);
            int size = Integer.bitCount(coalition);
            for (int player = 0; player < players; player++) {
                boolean inside = (coalition >> player & 1) == 1;
                values[player] += inside ? shares[size - 1] * worth : -shares[size % players] * worth;
            }
        }
        return values;
    }

    /** Of so many who came before: the share of orders of coming in which just these did. */
    private static double[] shares(int players) {
        var shares = new double[players];
        double share = 1.0 / players;
        for (int size = 0; size < players; size++) {
            shares[size] = share;
            share = share * (size + 1) / Math.max(1, players - 1 - size);
        }
        return shares;
    }

    /** Returns weights of touches: those of a channel share its value, and are alike where nothing is known. */
    static long[] weights(List<Touch> touches, Worth worth) {
        var channels = players(touches);
        var worths = worths(channels, worth);
        if (worths[worths.length - 1] == 0) {
            return touches.stream().mapToLong(touch -> 1).toArray();
        }
        var values = values(channels.size(), coalition -> worths[coalition]);
        return touches.stream()
                .mapToLong(touch -> {
                    int player = channels.indexOf(touch.channel());
                    long among = touches.stream()
                            .filter(each -> each.channel().equals(touch.channel()))
                            .count();
                    return player < 0 ? 0 : Math.round(SCALE * Math.max(0, values[player]) / among);
                })
                .toArray();
    }

    private static List<String> players(List<Touch> touches) {
        var latest = new LinkedHashSet<String>();
        touches.reversed().forEach(touch -> latest.add(touch.channel()));
        return latest.stream().limit(MOST_PLAYERS).toList();
    }

    /** A coalition is worth what the best of its parts is: who meets one more channel never buys less for it. */
    private static double[] worths(List<String> channels, Worth worth) {
        var worths = new double[1 << channels.size()];
        for (int coalition = 1; coalition < worths.length; coalition++) {
            double best = worth.rate(named(channels, coalition));
            for (int player = 0; player < channels.size(); player++) {
                if ((coalition >> player & 1) == 1) {
                    best = Math.max(best, worths[coalition ^ 1 << player]);
                }
            }
            worths[coalition] = best;
        }
        return worths;
    }

    private static Set<String> named(List<String> channels, int coalition) {
        var names = new ArrayList<String>();
        for (int player = 0; player < channels.size(); player++) {
            if ((coalition >> player & 1) == 1) {
                names.add(channels.get(player));
            }
        }
        return new HashSet<>(names);
    }
}
