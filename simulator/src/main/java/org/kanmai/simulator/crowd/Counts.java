package org.kanmai.simulator.crowd;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a crowd did and was told, counted by all of its people at once. */
final class Counts {
    private static final Set<String> REASONS = Set.of(
            "forged",
            "expired",
            "foreign",
            "unknown-kind",
            "unknown-field",
            "malformed",
            "impossible",
            "out-of-range",
            "duplicate");
    private static final String OTHER = "other";

    private final Latencies pageLatencies = new Latencies();
    private final Latencies reportLatencies = new Latencies();
    private final Map<String, Long> exposuresRefused = new HashMap<>();
    private final Map<String, Long> watchesRefused = new HashMap<>();
    private long visits;
    private long here;
    private long pages;
    private long noPages;
    private long exposures;
    private long watches;
    private long lost;
    private long busy;
    private long silent;
    private long silentInARow;
    private long watchedMillis;

    /**
     * All of it at one moment.
     *
     * @param here people in the middle of a visit
     * @param lost reports of which no answer says what became
     * @param busy answers 429 and 503
     * @param silent requests without an answer
     */
    record Counted(
            long visits,
            long here,
            long pages,
            long noPages,
            long exposures,
            Map<String, Long> exposuresRefused,
            long watches,
            Map<String, Long> watchesRefused,
            long lost,
            long busy,
            long silent,
            long silentInARow,
            long watchedMillis) {
        Counted {
            exposuresRefused = Map.copyOf(exposuresRefused);
            watchesRefused = Map.copyOf(watchesRefused);
        }
    }

    synchronized Counted counted() {
        return new Counted(
                visits,
                here,
                pages,
                noPages,
                exposures,
                exposuresRefused,
                watches,
                watchesRefused,
                lost,
                busy,
                silent,
                silentInARow,
                watchedMillis);
    }

    Latencies pageLatencies() {
        return pageLatencies;
    }

    Latencies reportLatencies() {
        return reportLatencies;
    }

    synchronized void came() {
        visits++;
        here++;
    }

    synchronized void left() {
        here--;
    }

    synchronized void page() {
        pages++;
    }

    synchronized void noPage() {
        noPages++;
    }

    synchronized void answered(Answer answer) {
        busy += answer.isBusy() ? 1 : 0;
        silent += answer.status() == 0 ? 1 : 0;
        silentInARow = answer.status() == 0 ? silentInARow + 1 : 0;
    }

    /** Counts what became of each report of a batch. */
    synchronized void told(List<Report> reports, Answer answer) {
        if (!answer.isGood() || !answer.body().path("refused").isArray()) {
            lost += reports.size();
            return;
        }
        var reasons = reasons(answer.body().path("refused"));
        for (int index = 0; index < reports.size(); index++) {
            told(reports.get(index), Optional.ofNullable(reasons.get(index)));
        }
    }

    private void told(Report report, Optional<String> refused) {
        switch (report) {
            case Report.Exposed exposed -> {
                exposures += refused.isPresent() ? 0 : 1;
                refused.ifPresent(reason -> exposuresRefused.merge(reason, 1L, Long::sum));
            }
            case Report.Watched watched -> {
                watches += refused.isPresent() ? 0 : 1;
                watchedMillis += refused.isPresent() ? 0 : watched.addedMillis();
                refused.ifPresent(reason -> watchesRefused.merge(reason, 1L, Long::sum));
            }
        }
    }

    private static Map<Integer, String> reasons(JsonNode refused) {
        var reasons = new HashMap<Integer, String>();
        for (var one : refused) {
            reasons.put(one.path("index").asInt(-1), known(one.path("reason").asString("")));
        }
        return reasons;
    }

    /** A server's own words are not printed, unless they are such as Kanmai uses. */
    private static String known(String reason) {
        return REASONS.contains(reason) ? reason : OTHER;
    }
}
