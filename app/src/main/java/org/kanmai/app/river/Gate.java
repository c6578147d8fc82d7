package org.kanmai.app.river;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kanmai.app.identity.Pseudonyms;
import org.kanmai.app.river.ItemTokens.Checked;
import org.kanmai.app.river.ReportRefused.Reason;
import org.kanmai.app.river.seen.Seen;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Code;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Opened;
import org.kanmai.facts.Origin;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Shared;
import org.kanmai.facts.SubjectKind;
import org.kanmai.facts.Terms;
import org.kanmai.facts.Watched;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes what clients report: each item by itself, on the proof of its token; the good are kept, the bad are named. */
@Component
class Gate {
    private final ItemTokens tokens;
    private final Pseudonyms pseudonyms;
    private final FactLog log;
    private final Seen seen;
    private final ObjectProvider<River.Arrivals> arrivals;
    private final Clock clock;

    Gate(
            ItemTokens tokens,
            Pseudonyms pseudonyms,
            FactLog log,
            Seen seen,
            ObjectProvider<River.Arrivals> arrivals,
            Clock clock) {
        this.tokens = tokens;
        this.pseudonyms = pseudonyms;
        this.log = log;
        this.seen = seen;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** What became of a batch. */
    record Taken(int accepted, List<Refused> refused) {}

    /** One item that was not taken. */
    record Refused(int index, Reason reason) {}

    Taken take(List<JsonNode> reports, Viewer viewer) {
        var facts = new ArrayList<Fact>();
        var refused = new ArrayList<Refused>();
        var identities = new HashSet<String>();
        var owned = new HashMap<Pseudonym, Boolean>();
        for (int index = 0; index < reports.size(); index++) {
            try {
                facts.add(fact(reports.get(index), viewer, owned, identities));
            } catch (ReportRefused reason) {
                refused.add(new Refused(index, reason.reason()));
            }
        }
        log.append(facts.stream().map(FactLog::record).toList());
        remember(facts, viewer);
        return new Taken(facts.size(), refused);
    }

    private Fact fact(JsonNode json, Viewer viewer, Map<Pseudonym, Boolean> owned, Set<String> identities) {
        var report = Reports.read(json);
        var token = token(report, viewer, owned);
        var fact = fact(report, token, clock.instant());
        if (!identities.add(fact.kind() + fact.identity())) {
            throw new ReportRefused(Reason.DUPLICATE);
        }
        return fact;
    }

    /** Whose a pseudonym is, is asked once for a batch: those of one page share it. */
    private ItemToken token(Report report, Viewer viewer, Map<Pseudonym, Boolean> owned) {
        var token = switch (tokens.check(report.token())) {
            case Checked.Valid valid -> valid.token();
            case Checked.Forged forged -> throw new ReportRefused(Reason.FORGED);
            case Checked.Expired expired -> throw new ReportRefused(Reason.EXPIRED);
        };
        if (!owned.computeIfAbsent(token.terms().pseudonym(), each -> pseudonyms.belongs(viewer, each))) {
            throw new ReportRefused(Reason.FOREIGN);
        }
        return token;
    }

    private Fact fact(Report report, ItemToken token, Instant now) {
        var terms = token.terms();
        return switch (report) {
            case Report.Exposed exposed -> new Exposed(terms, now, Origin.LIVE);
            case Report.Watched watched -> watched(watched, token, now);
            case Report.Opened opened ->
                new Opened(
                        told("opened", terms, opened.target()),
                        now,
                        Origin.LIVE,
                        terms.pseudonym(),
                        terms.exposure(),
                        terms.subject(),
                        terms.source(),
                        opened.target());
            case Report.Shared shared ->
                new Shared(
                        told("shared", terms, shared.channel()),
                        now,
                        Origin.LIVE,
                        terms.pseudonym(),
                        terms.exposure(),
                        terms.subject(),
                        terms.source(),
                        shared.channel());
        };
    }

    /**
     * Returns an id that is the same whenever the same is told again of an exposure, because a batch may come twice, and of the
     * exposure's own millisecond, because days are told by ids.
     */
    private static long told(String kind, Terms terms, Code what) {
        var said = kind + ' ' + terms.exposure() + ' ' + what.code();
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return Ids.beside(terms.exposure().value(), ByteBuffer.wrap(digest).getInt());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK lacks SHA-256", missing);
        }
    }

    private static Watched watched(Report.Watched watched, ItemToken token, Instant now) {
        Plausibility.check(watched, token, now);
        var terms = token.terms();
        return new Watched(
                terms.exposure(),
                watched.sequence(),
                now,
                Origin.LIVE,
                terms.pseudonym(),
                terms.subject(),
                terms.source(),
                watched.watchedMillis(),
                watched.playedMillis(),
                watched.positionMillis(),
                token.durationMillis(),
                watched.loops(),
                watched.ended());
    }

    private void remember(List<Fact> facts, Viewer viewer) {
        var exposures = exposures(facts);
        var works = new HashMap<Pseudonym, List<Long>>();
        for (var exposed : exposures) {
            works.computeIfAbsent(exposed.pseudonym(), first -> new ArrayList<>())
                    .add(exposed.subject().id());
        }
        works.forEach((pseudonym, exposed) -> seen.exposed(viewer, pseudonym, exposed));
        arrivals.forEach(each -> each.exposed(exposures));
    }

    private static List<Exposed> exposures(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact instanceof Exposed)
                .map(Exposed.class::cast)
                .filter(exposed -> exposed.subject().kind() == SubjectKind.WORK)
                .toList();
    }
}
