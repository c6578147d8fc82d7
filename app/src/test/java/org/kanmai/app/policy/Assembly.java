package org.kanmai.app.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.TestClock;
import org.kanmai.app.river.PageSigner;
import org.kanmai.distribution.planning.Demand;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.PolicyReleased;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The desk of policies at any time of a day: like the site's own, with a clock that a test sets. */
@Component
class Assembly {
    private static final AtomicLong PEOPLE = new AtomicLong(System.nanoTime());

    private final DocumentStore documents;
    private final ReleaseStore releases;
    private final PolicySettings settings;
    private final PageSigner signer;
    private final Policies policies;
    private final Ids ids;
    private final TestClock clock;
    private final TransactionTemplate transaction;

    Assembly(
            DocumentStore documents,
            ReleaseStore releases,
            PolicySettings settings,
            PageSigner signer,
            Policies policies,
            Ids ids,
            TestClock clock,
            TransactionTemplate transaction) {
        this.documents = documents;
        this.releases = releases;
        this.settings = settings;
        this.signer = signer;
        this.policies = policies;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    static PersonId somebody() {
        return new PersonId(PEOPLE.incrementAndGet());
    }

    /** The first document under another version and day; the rules are the same. */
    static String text(int version, LocalDate from) {
        return PolicyDocument.firstText()
                .replace("\nversion: 1\n", "\nversion: " + version + "\n")
                .replace("\nfrom: 2026-01-01\n", "\nfrom: " + from + "\n");
    }

    int next() {
        return documents.next();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return now().atZone(settings.zone()).toLocalDate();
    }

    ZoneId zone() {
        return settings.zone();
    }

    Document document(int version) {
        return documents.find(version).orElseThrow();
    }

    /** Leaves the first version in force, as others find it. */
    void adjourn() {
        for (int held = policies.inForce().version();
                held != 1;
                held = policies.inForce().version()) {
            at(now(), null).rollBack(somebody(), held);
        }
    }

    /** Returns the releases of a version, in the order in which they were told. */
    List<Release> releasesOf(int version) {
        return releases.all().stream()
                .filter(release -> release.version() == version)
                .toList();
    }

    /** Proposes the next version in somebody's name, so long ago. */
    int proposed(PersonId by, Duration ago, LocalDate from) {
        return transaction.execute(any -> {
            var proposals = new Proposals(documents, releases, signer, fixed(now().minus(ago)));
            return proposals
                    .propose(by, text(documents.next(), from), "a trial")
                    .version();
        });
    }

    void withdraw(PersonId by, int version) {
        transaction.executeWithoutResult(
                any -> new Proposals(documents, releases, signer, fixed(now())).withdraw(by, version));
    }

    /** Returns the desk at a time; nobody can tell what a day is like when there is no forecast. */
    Desk at(Instant time, @Nullable Demand forecast) {
        return new Desk(time, forecast);
    }

    /** One decision at a time, in a transaction of its own; keeps the facts that were told. */
    final class Desk {
        final List<PolicyReleased> told = new ArrayList<>();
        private final Releasing releasing;

        private Desk(Instant time, @Nullable Demand forecast) {
            var beans = new StaticListableBeanFactory();
            if (forecast != null) {
                SupplyForecast day = policy -> Optional.of(forecast);
                beans.addBean("forecast", day);
            }
            this.releasing = new Releasing(
                    documents,
                    releases,
                    policies,
                    new Supply(beans.getBeanProvider(SupplyForecast.class)),
                    settings,
                    signer,
                    fact -> told.add((PolicyReleased) fact),
                    ids,
                    fixed(time));
        }

        void approve(PersonId by, int version, @Nullable String waiver) {
            decide(() -> releasing.approve(by, version, waiver));
        }

        void releaseAlone(PersonId by, int version, @Nullable String waiver) {
            decide(() -> releasing.releaseAlone(by, version, waiver));
        }

        void rollBack(PersonId by, int version) {
            decide(() -> releasing.rollBack(by, version, "it went wrong"));
        }

        private void decide(Runnable decision) {
            transaction.executeWithoutResult(any -> decision.run());
            policies.refresh();
        }
    }

    private static Clock fixed(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }
}
