package org.kanmai.simulator.town;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.kanmai.facts.Verdict;

/**
 * What a feed did to a town.
 *
 * @param name of the policy or baseline
 * @param exposures in the feed
 * @param watchedMinutes a day, of a viewer, those who stayed away included
 * @param returning share of viewers who came on a day of the last week
 * @param gini of exposures over new works
 * @param topShare share of exposures that the most shown 1 % of new works got
 * @param bestShare share of exposures that the truly best 1 % of new works got
 * @param recall share of the truly best 1 % that are among the most shown 1 %
 * @param wasted share of exposures that the worse half of new works got
 * @param surviving share of the creators who joined and have not given up
 * @param quality mean true quality of what was shown, in standard deviations
 * @param pools first pools that were due
 * @param inTime share of them that were whole in time; 1 when none was due
 * @param unforeseen of those that were not, how many nobody had foreseen
 * @param over units that first pools got beyond their quotas, as a share of them
 * @param dailyMinutes watched by day
 * @param lorenz share of exposures of the least shown works, for each per cent of works
 * @param byQuality share of exposures by twentieth of true quality, the worst first
 */
record Figures(
        String name,
        long exposures,
        double watchedMinutes,
        double returning,
        double gini,
        double topShare,
        double bestShare,
        double recall,
        double wasted,
        double surviving,
        double quality,
        int pools,
        double inTime,
        int unforeseen,
        double over,
        Map<Verdict, Integer> verdicts,
        List<Double> dailyMinutes,
        List<Double> lorenz,
        List<Double> byQuality,
        long trace) {

    Figures {
        verdicts = Map.copyOf(verdicts);
        dailyMinutes = List.copyOf(dailyMinutes);
        lorenz = List.copyOf(lorenz);
        byQuality = List.copyOf(byQuality);
    }

    /** Returns the SHA-256 of all of it, in hexadecimal. */
    String digest() {
        var text = String.join(
                "|",
                name,
                "" + exposures,
                List.of(watchedMinutes, returning, gini, topShare, bestShare, recall, wasted, surviving, quality)
                        .toString(),
                List.of(inTime, over).toString(),
                List.of(pools, unforeseen).toString(),
                new java.util.TreeMap<>(verdicts).toString(),
                dailyMinutes.toString(),
                lorenz.toString(),
                byQuality.toString(),
                "" + trace);
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
