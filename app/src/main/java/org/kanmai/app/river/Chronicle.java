package org.kanmai.app.river;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.WebSettings;
import org.kanmai.app.web.WebSettings.World;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Watched;
import org.springframework.stereotype.Component;

/** Takes what simulated people saw before it is told here: held against the rules for what browsers report, then on the log. */
@Component
public class Chronicle {
    private final FactLog log;
    private final World world;

    Chronicle(FactLog log, WebSettings settings) {
        this.log = log;
        this.world = settings.world();
    }

    /** Refuses with 409 in a real world: nothing simulated ever counts there. */
    public void requireDemo() {
        if (world != World.DEMO) {
            throw Refusal.conflict("real-world", "This is a real world", "Simulated history is only for a demo world.");
        }
    }

    /** Appends facts in their order and returns when all are acknowledged; told again, they repeat. */
    public void append(List<? extends Fact.OfViewer> facts) {
        requireDemo();
        log.append(facts.stream().map(FactLog::record).toList());
    }

    /** Refuses with 422 what nobody can have watched since the page was served. */
    public static void requirePlausible(Watched watched, Instant servedAt) {
        var report = new Report.Watched(
                "",
                watched.sequence(),
                watched.watchedMillis(),
                watched.playedMillis(),
                watched.positionMillis(),
                watched.loops(),
                watched.ended());
        try {
            Plausibility.check(report, watched.durationMillis(), Duration.between(servedAt, watched.at()));
        } catch (ReportRefused refused) {
            throw Refusal.invalid("watched", "is " + refused.reason().code());
        }
    }
}
