package org.kanmai.app.insight.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.funnel.Period;
import org.kanmai.app.insight.transparency.Report.State;
import org.kanmai.app.river.PageSigner;
import org.kanmai.app.river.leases.Lease;
import org.kanmai.app.river.leases.Leases;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Binary;
import org.kanmai.facts.proof.Sha256;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs the report of each month, one after the other: when the month has been over for two days, within which its last exposures are told,
 * and nothing in the report changed for an hour, as it would while a demo world is given its past.
 */
@Component
class Closing {
    private static final String LEASE = "transparency";
    private static final Duration AGE = Duration.ofMinutes(5);
    static final Duration LATE = Duration.ofDays(2);
    static final Duration STILL = Duration.ofHours(1);

    private final Drafts drafts;
    private final ReportStore store;
    private final PageSigner signer;
    private final Leases leases;
    private final JsonMapper json;
    private final Clock clock;
    private Optional<Lease> held = Optional.empty();
    private @Nullable Seen seen;

    Closing(Drafts drafts, ReportStore store, PageSigner signer, Leases leases, JsonMapper json, Clock clock) {
        this.drafts = drafts;
        this.store = store;
        this.signer = signer;
        this.leases = leases;
        this.json = json;
        this.clock = clock;
    }

    /** What a report said, and since when it did. */
    private record Seen(Report report, Instant since) {}

    @Scheduled(
            initialDelayString = "${kanmai.transparency.first:PT3M}",
            fixedDelayString = "${kanmai.transparency.every:PT10M}")
    void look() {
        held = leases.hold(LEASE, held, AGE);
        if (held.isPresent()) {
            var month = next();
            if (isOver(month)) {
                look(month);
            }
        }
    }

    private YearMonth next() {
        return store.last().map(month -> month.plusMonths(1)).orElseGet(drafts::first);
    }

    private boolean isOver(YearMonth month) {
        return !clock.instant().isBefore(Period.of(month).end().plus(LATE));
    }

    /** Signs the report of a month when it is time; true when it did. */
    synchronized boolean look(YearMonth month) {
        if (!isOver(month)) {
            return false;
        }
        var report = draft(month);
        if (report.isEmpty()) {
            return false;
        }
        var now = clock.instant();
        if (seen == null || !seen.report.saysTheSame(report.get())) {
            seen = new Seen(report.get(), now);
        }
        return !now.isBefore(seen.since.plus(STILL)) && sign(report.get().as(State.FINAL), now);
    }

    /** Without a head there is nothing to sign under yet. */
    private Optional<Report> draft(YearMonth month) {
        try {
            return Optional.of(drafts.of(month));
        } catch (Refusal notNow) {
            return Optional.empty();
        }
    }

    private boolean sign(Report report, Instant now) {
        var text = json.writeValueAsString(report);
        var hash = Binary.of(new Sha256().plain(text.getBytes(UTF_8)));
        return store.add(signer.sign(report.month(), hash, now), report.under().size(), text);
    }
}
