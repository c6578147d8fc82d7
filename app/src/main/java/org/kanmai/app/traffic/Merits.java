package org.kanmai.app.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import org.kanmai.app.content.Works;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.identity.People;
import org.kanmai.distribution.ladder.AccountWeight;
import org.kanmai.distribution.policy.AccountRule;
import org.kanmai.distribution.policy.Merit;
import org.kanmai.distribution.policy.Outcome;
import org.kanmai.facts.Ids;
import org.kanmai.facts.NamedNumber;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/** Finds out how far an account has earned the whole first quota (TD-08); followers are not asked for (TD-02). */
@Component
class Merits {
    private static final int EARLIER_WORKS = 50;

    private final People people;
    private final Governance governance;
    private final Works works;
    private final PoolStore pools;

    Merits(People people, Governance governance, Works works, PoolStore pools) {
        this.people = people;
        this.governance = governance;
        this.works = works;
        this.pools = pools;
    }

    /** Returns the weight of an account that publishes a work now. */
    AccountWeight of(PersonId creator, WorkId work, AccountRule rule, Instant now) {
        var given = new EnumMap<Merit, Double>(Merit.class);
        given.put(Merit.REAL_NAME, yes(people.verified(creator)));
        given.put(
                Merit.NO_VIOLATION,
                yes(!governance.violatedSince(creator, now.minus(Duration.ofDays(rule.violationDays())))));
        given.put(Merit.PROFILE_COMPLETE, yes(hasProfile(creator)));
        given.put(Merit.PUBLISHED_LATELY, yes(publishedLately(creator, work, rule, now)));
        given.put(Merit.WORKS_COMPLETED, completed(creator));
        return AccountWeight.of(rule, given);
    }

    private static double yes(boolean has) {
        return has ? 1 : 0;
    }

    private boolean hasProfile(PersonId creator) {
        return people.find(creator)
                .filter(person -> !person.bio().isBlank() && person.avatar() != null)
                .isPresent();
    }

    private boolean publishedLately(PersonId creator, WorkId work, AccountRule rule, Instant now) {
        var since = now.minus(Duration.ofDays(rule.latelyDays()));
        return works.of(List.of(creator), EARLIER_WORKS).stream()
                .anyMatch(each -> !each.work().equals(work)
                        && each.publishedAt().isAfter(since)
                        && each.publishedAt().isBefore(now));
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

    /** Returns how many works an account had published before. */
    int earlier(PersonId creator) {
        return Math.max(0, works.countOf(creator) - 1);
    }
}
