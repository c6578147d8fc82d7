package org.kanmai.app.insight.transparency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.transparency.Report.State;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Binary;
import org.kanmai.facts.proof.ReportSeal;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Shows reports: signed ones as they are, others counted anew now and then. */
@Component
class Reports {
    private static final int MOST = 120;
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final ReportStore store;
    private final Drafts drafts;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<YearMonth, Kept> kept = new ConcurrentHashMap<>();
    private volatile @Nullable First first;

    Reports(ReportStore store, Drafts drafts, JsonMapper json, Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.json = json;
        this.clock = clock;
    }

    private record Kept(String text, Instant since) {}

    private record First(YearMonth month, Instant since) {}

    /**
     * A month that has a report.
     *
     * @param hash SHA-256 of a final report
     * @param line its seal
     */
    record Listed(
            YearMonth month,
            State state,
            @Nullable Instant signedAt,
            @Nullable Binary hash,
            @Nullable String line) {
        static Listed of(ReportSeal seal) {
            return new Listed(seal.month(), State.FINAL, seal.at(), seal.hash(), seal.line());
        }
    }

    /** Returns the months, newest first, at most ten years of them. */
    List<Listed> all() {
        var all = new ArrayList<Listed>();
        open().stream()
                .sorted(Comparator.reverseOrder())
                .map(month -> new Listed(month, state(month), null, null, null))
                .forEach(all::add);
        store.seals(MOST).stream().map(Listed::of).forEach(all::add);
        return all.subList(0, Math.min(MOST, all.size()));
    }

    private State state(YearMonth month) {
        return month.isBefore(drafts.current()) ? State.SETTLING : State.RUNNING;
    }

    private List<YearMonth> open() {
        var current = drafts.current();
        var oldest = current.minusMonths(MOST - 1L);
        var next = store.last().map(month -> month.plusMonths(1)).orElseGet(this::first);
        var open = new ArrayList<YearMonth>();
        for (var month = next.isBefore(oldest) ? oldest : next; !month.isAfter(current); month = month.plusMonths(1)) {
            open.add(month);
        }
        return open;
    }

    private YearMonth first() {
        var known = first;
        if (known == null || isOld(known.since)) {
            known = new First(drafts.first(), clock.instant());
            first = known;
        }
        return known.month;
    }

    private boolean isOld(Instant since) {
        return clock.instant().isAfter(since.plus(FRESH));
    }

    /** Returns the text of a month's report; refuses with 404 when there is none. */
    String text(YearMonth month) {
        return store.json(month).orElseGet(() -> {
            if (!open().contains(month)) {
                throw Refusal.notFound("report");
            }
            return draft(month);
        });
    }

    private String draft(YearMonth month) {
        var known = kept.get(month);
        return known == null || isOld(known.since) ? again(month) : known.text;
    }

    /** One counts, whoever asks meanwhile waits for it. */
    private synchronized String again(YearMonth month) {
        var known = kept.get(month);
        if (known != null && !isOld(known.since)) {
            return known.text;
        }
        var next = new Kept(json.writeValueAsString(drafts.of(month)), clock.instant());
        kept.values().removeIf(each -> isOld(each.since));
        kept.put(month, next);
        return next.text;
    }
}
