package org.kanmai.app.payment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.payment.Difference.Kind;
import org.kanmai.app.payment.PaymentProvider.Movement;
import org.kanmai.app.payment.PaymentProvider.ProviderAway;
import org.kanmai.facts.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares what a provider says has moved on a day with what the ledger says of the provider's account.
 *
 * <p>The two clocks may put a movement on different days, so both sides are summed over the day and its neighbours. A provider that does not
 * answer with statements is compared when one is imported.
 */
@Component
class Reconciliation {
    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    private final Providers providers;
    private final Ledger ledger;
    private final ReconciliationStore store;
    private final StatementStore statements;
    private final Clock clock;

    Reconciliation(
            Providers providers, Ledger ledger, ReconciliationStore store, StatementStore statements, Clock clock) {
        this.providers = providers;
        this.ledger = ledger;
        this.store = store;
        this.statements = statements;
        this.clock = clock;
    }

    /** What came of a day. */
    record Outcome(String provider, LocalDate day, Instant at, int movements, List<Difference> differences) {}

    /** Every night, and again each hour until the provider has answered. */
    @Scheduled(cron = "0 20 * * * *", zone = "UTC")
    void yesterday() {
        for (var provider : providers.all()) {
            var day = today(provider).minusDays(1);
            if (provider.fetches() && !store.isDone(provider.code(), day)) {
                attempt(provider, day);
            }
        }
    }

    private void attempt(PaymentProvider provider, LocalDate day) {
        try {
            var outcome = reconcile(provider.code(), day);
            outcome.differences().forEach(each -> log.warn("the statement and the ledger differ: {}", each));
        } catch (ProviderAway away) {
            log.warn("no statement of {} for {}: {}", provider.code(), day, away.getMessage());
        }
    }

    Outcome reconcile(String code, LocalDate day) {
        var provider = providers.of(code);
        var theirs = theirs(provider, List.of(day));
        var keys = new TreeSet<>(theirs.keySet());
        keys.addAll(ours(provider, day, day).keySet());
        var theirsAround = theirs(provider, around(provider, day));
        var oursAround = ours(provider, day.minusDays(1), day.plusDays(1));
        var differences = keys.stream()
                .map(key -> difference(key, theirsAround.get(key), oursAround.get(key)))
                .filter(Objects::nonNull)
                .toList();
        var outcome = new Outcome(code, day, clock.instant(), theirs.size(), differences);
        store.keep(outcome);
        return outcome;
    }

    private LocalDate today(PaymentProvider provider) {
        return LocalDate.ofInstant(clock.instant(), provider.days());
    }

    /** A day and its neighbours, none in the future: nobody has a statement of tomorrow. */
    private List<LocalDate> around(PaymentProvider provider, LocalDate day) {
        var today = today(provider);
        return Stream.of(day.minusDays(1), day, day.plusDays(1))
                .filter(each -> !each.isAfter(today))
                .toList();
    }

    private static @Nullable Difference difference(String key, @Nullable Money theirs, @Nullable Money ours) {
        if (theirs != null && ours != null) {
            return theirs.equals(ours) ? null : new Difference(key, Kind.AMOUNT, theirs, ours);
        }
        return theirs != null
                ? new Difference(key, Kind.MISSING_HERE, theirs, theirs.zero())
                : new Difference(
                        key, Kind.MISSING_THERE, Objects.requireNonNull(ours).zero(), ours);
    }

    /** Money in by payment, money out by payment too: both sides are summed before they are compared. */
    private Map<String, Money> theirs(PaymentProvider provider, List<LocalDate> days) {
        var sums = new TreeMap<String, Money>();
        days.stream().flatMap(day -> movements(provider, day).stream()).forEach(movement -> {
            var key = (movement.refund() == 0 ? "payment:" : "return:") + movement.payment();
            sums.merge(key, movement.amount(), Money::plus);
        });
        return sums;
    }

    /** What the provider answers, and what was imported and is not in its answer. */
    private List<Movement> movements(PaymentProvider provider, LocalDate day) {
        var fetched = provider.fetches() ? fetched(provider, day) : List.<Movement>of();
        var known = fetched.stream().map(Reconciliation::name).collect(Collectors.toSet());
        var imported = statements.of(provider.code(), day).stream().filter(each -> !known.contains(name(each)));
        return Stream.concat(fetched.stream(), imported).toList();
    }

    private static String name(Movement movement) {
        return movement.payment() + ":" + movement.refund();
    }

    /** A day that is not over may have no statement yet. */
    private List<Movement> fetched(PaymentProvider provider, LocalDate day) {
        try {
            return provider.statement(day);
        } catch (ProviderAway away) {
            if (day.isBefore(today(provider))) {
                throw away;
            }
            return List.of();
        }
    }

    private Map<String, Money> ours(PaymentProvider provider, LocalDate from, LocalDate to) {
        var sums = new TreeMap<String, Money>();
        var account = Account.settlement(provider.number());
        var begin = from.atStartOfDay(provider.days()).toInstant();
        var end = to.plusDays(1).atStartOfDay(provider.days()).toInstant();
        ledger.movements(account, begin, end).forEach((key, amount) -> {
            var payment = key.substring(0, key.lastIndexOf(':'));
            sums.merge(payment, amount.isNegative() ? amount.negated() : amount, Money::plus);
        });
        return sums;
    }
}
