package org.kanmai.benchmarks.world;

import java.util.ArrayList;
import java.util.List;

/** What a browser reports of works that come to rest: that they were exposed, then every 3 seconds how far they ran. */
public final class Reports {
    /** Reports of one work that runs to its end. */
    public static final int OF_A_WORK = 1 + Clips.SMALL_MILLIS / Reports.EVERY_MILLIS;

    private static final int EVERY_MILLIS = 3_000;

    private Reports() {}

    /** Returns a batch in which each work runs to its end; good 10 seconds after its page was served. */
    public static String watchedWhole(List<String> tokens) {
        var reports = new ArrayList<String>();
        for (var token : tokens) {
            reports.add(exposed(token));
            for (int sequence = 1; sequence < OF_A_WORK; sequence++) {
                reports.add(watched(token, sequence, sequence * EVERY_MILLIS));
            }
        }
        return batch(reports);
    }

    /** Returns a batch in which each work is left after its first report; good 1 second after its page was served. */
    public static String watchedBriefly(List<String> tokens) {
        var reports = new ArrayList<String>();
        for (var token : tokens) {
            reports.add(exposed(token));
            reports.add(watched(token, 1, EVERY_MILLIS));
        }
        return batch(reports);
    }

    private static String batch(List<String> reports) {
        return "{\"facts\":[" + String.join(",", reports) + "]}";
    }

    private static String exposed(String token) {
        return "{\"kind\":\"exposed\",\"token\":\"" + token + "\"}";
    }

    private static String watched(String token, int sequence, int millis) {
        return "{\"kind\":\"watched\",\"token\":\"" + token + "\",\"sequence\":" + sequence + ",\"watchedMillis\":"
                + millis + ",\"playedMillis\":" + millis + ",\"positionMillis\":" + millis + ",\"loops\":0,\"ended\":"
                + (millis >= Clips.SMALL_MILLIS) + "}";
    }
}
