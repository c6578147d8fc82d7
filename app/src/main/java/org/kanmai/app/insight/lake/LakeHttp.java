package org.kanmai.app.insight.lake;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kanmai.app.insight.lake.LogEnds.LogAway;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Topic;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the lake holds and how far it is, for the operator. */
@RestController
class LakeHttp {
    private static final LocalDate EVER = LocalDate.EPOCH;

    private final Lake lake;
    private final ManifestStore store;
    private final LogEnds logEnds;
    private final Freshness freshness;
    private final LakeSettings settings;

    LakeHttp(Lake lake, ManifestStore store, LogEnds logEnds, Freshness freshness, LakeSettings settings) {
        this.lake = lake;
        this.store = store;
        this.logEnds = logEnds;
        this.freshness = freshness;
        this.settings = settings;
    }

    /** Records of a topic: still on the log, ever taken into the lake, not taken in yet. */
    record TopicState(Topic topic, long onLog, long inLake, long behind) {}

    /** Facts of one kind, each counted once. */
    record Kind(String kind, long facts) {}

    /** For how many days each place keeps what it has. */
    record KeptDays(long raw, long log) {}

    /** The whole. */
    record LakeState(
            Freshness.AsOf asOf,
            List<TopicState> topics,
            List<Kind> kinds,
            List<ManifestStore.Sum> files,
            KeptDays keptDays) {}

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/insight/lake")
    LakeState state() {
        return new LakeState(
                freshness.now(),
                topics(),
                kinds(),
                store.sums(),
                new KeptDays(settings.keepRaw().toDays(), settings.keepLog().toDays()));
    }

    private List<Kind> kinds() {
        return lake.ask(
                EVER,
                facts -> facts.rows(
                        "select kind, count(*) from facts group by kind order by kind",
                        List.of(),
                        row -> new Kind(row.getString(1), row.getLong(2))));
    }

    private List<TopicState> topics() {
        try {
            var earliest = logEnds.earliest();
            var latest = logEnds.latest();
            var ends = store.ends();
            return Arrays.stream(Topic.values())
                    .map(topic -> new TopicState(
                            topic,
                            sum(topic, latest) - sum(topic, earliest),
                            sum(topic, ends),
                            sum(topic, latest) - sum(topic, ends)))
                    .toList();
        } catch (LogAway unanswered) {
            throw new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE, "log-away", "The log does not answer", "Try again in a moment.");
        }
    }

    private static long sum(Topic topic, Map<Batch.Lane, Long> offsets) {
        return offsets.entrySet().stream()
                .filter(each -> each.getKey().topic().equals(topic.code()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
