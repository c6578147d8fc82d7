package org.kanmai.app.traffic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.kanmai.app.content.Works;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.identity.People;
import org.kanmai.distribution.ladder.AccountWeight;
import org.kanmai.distribution.policy.AccountRule;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.Merit;
import org.kanmai.distribution.policy.Outcome;
import org.kanmai.facts.Ids;
import org.kanmai.facts.NamedNumber;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkPublished;
import org.springframework.stereotype.Component;

/** Finds out how far an account has earned the whole first quota (TD-08); followers are not asked for (TD-02). */
@Component
class Merits {
    private static final int EARLIER_WORKS = 50;
    private static final int MOST_KNOWN = 2_000;
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final People people;
    private final Governance governance;
    private final Works works;
    private final PoolStore pools;
    private final Clock clock;
    /** Who publishes many works at once is asked for once. */
    private final Cache<PersonId, Known> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

    Merits(People people, Governance governance, Works works, PoolStore pools, Clock clock) {
        this.people = people;
        this.governance = governance;
        this.works = works;
        this.pools = pools;
        this.clock = clock;
    }

    /** What the database says of an account; {@code earlier} counts on with each work that is published. */
    private record Known(
            Instant since,
            boolean verified,
            Optional<Instant> violation,
            boolean profile,
            double completed,
            AtomicInteger earlier) {}

    /** What a work's first quota is, and what it rests on. */
    record Earned(int quota, AccountWeight weight) {}

    /** Returns what an account has earned for a work that it publishes. */
    Earned of(WorkPublished published, DistributionPolicy policy) {
        var account = known(published.creator());
        var weight = AccountWeight.of(policy.account(), given(account, published, policy.account()));
        int days = days(published.creator(), published.at());
        return new Earned(weight.firstQuota(policy, days, account.earlier().getAndIncrement()), weight);
    }

    private Map<Merit, Double> given(Known account, WorkPublished published, AccountRule rule) {
        var since = published.at().minus(Duration.ofDays(rule.violationDays()));
        var given = new EnumMap<Merit, Double>(Merit.class);
        given.put(Merit.REAL_NAME, yes(account.verified()));
        given.put(
                Merit.NO_VIOLATION,
                yes(account.violation().filter(since::isBefore).isEmpty()));
        given.put(Merit.PROFILE_COMPLETE, yes(account.profile()));
        given.put(Merit.PUBLISHED_LATELY, yes(publishedLately(published, rule)));
        given.put(Merit.WORKS_COMPLETED, account.completed());
        return given;
    }

    private static double yes(boolean has) {
        return has ? 1 : 0;
    }

    private Known known(PersonId creator) {
        var now = clock.instant();
        return known.asMap()
                .compute(
                        creator,
                        (id, old) -> old != null && now.isBefore(old.since().plus(FRESH)) ? old : asked(id, now));
    }

    private Known asked(PersonId creator, Instant now) {
        return new Known(
                now,
                people.verified(creator),
                governance.lastViolation(creator),
                hasProfile(creator),
                completed(creator),
                new AtomicInteger(Math.max(0, works.countOf(creator) - 1)));
    }

    private boolean hasProfile(PersonId creator) {
        return people.find(creator)
                .filter(person -> !person.bio().isBlank() && person.avatar() != null)
                .isPresent();
    }

    private boolean publishedLately(WorkPublished published, AccountRule rule) {
        var since = published.at().minus(Duration.ofDays(rule.latelyDays()));
        return works.of(List.of(published.creator()), EARLIER_WORKS).stream()
                .anyMatch(each -> !each.work().equals(published.work())
                        && each.publishedAt().isAfter(since)
                        && each.publishedAt().isBefore(published.at()));
    }

    /** The share of the account's judged works that were completed by as many as their bar asks. */
    private double completed(PersonId creator) {
        var judged = pools.judged(creator, 1, EARLIER_WORKS);
        long good = judged.stream().filter(Merits::wasCompleted).count();
        return judged.isEmpty() ? 0 : good / (double) judged.size();
    }

    private static boolean wasCompleted(PoolRow row) {
        var trial = row.trial().orElseThrow();
        double asked = named(row.opened().target().rates(), Outcome.COMPLETION.key());
        boolean promoted = row.verdict() != null && row.verdict().promotes();
        return asked > 0 ? trial.yes(Outcome.COMPLETION) >= asked * trial.units() : promoted;
    }

    private static double named(List<NamedNumber> numbers, String name) {
        return numbers.stream()
                .filter(number -> number.name().equals(name))
                .mapToDouble(NamedNumber::value)
                .findFirst()
                .orElse(0);
    }

    /** Returns for how many days an account has been there; its id says so. */
    static int days(PersonId creator, Instant now) {
        return Math.toIntExact(
                Math.max(0, Duration.between(Ids.madeAt(creator.value()), now).toDays()));
    }
}
