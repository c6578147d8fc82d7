package org.kanmai.app.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.facts.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sorts what was told into inboxes and letters, one process at a time. A telling goes in the transaction that makes its
 * line, so that a crash neither loses nor doubles it.
 */
@Component
class Sorting {
    static final int BATCH = 200;
    private static final Logger log = LoggerFactory.getLogger(Sorting.class);
    private static final Duration ASIDE = Duration.ofMinutes(1);

    private final ToldStore told;
    private final NoticeStore store;
    private final Delivery delivery;
    private final People people;
    private final TransactionOperations transactions;
    private final Clock clock;

    Sorting(
            ToldStore told,
            NoticeStore store,
            Delivery delivery,
            People people,
            TransactionOperations transactions,
            Clock clock) {
        this.told = told;
        this.store = store;
        this.delivery = delivery;
        this.people = people;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 500)
    void sort() {
        int found = BATCH;
        while (found == BATCH) {
            found = some();
        }
    }

    private int some() {
        try {
            return batch(BATCH);
        } catch (RuntimeException failure) {
            log.warn("notices could not be sorted together, each is tried alone", failure);
            return oneByOne();
        }
    }

    /** What cannot be sorted steps aside and lets the others pass. */
    private int oneByOne() {
        int tried = 0;
        for (var row : told.due(clock.instant(), BATCH)) {
            try {
                batch(1);
            } catch (RuntimeException failure) {
                log.warn("telling {} could not be sorted", row.id(), failure);
                told.hold(row.id(), clock.instant().plus(ASIDE));
            }
            tried++;
        }
        return tried;
    }

    private int batch(int most) {
        var sorted = transactions.execute(status -> store.alone() ? sorted(most) : 0);
        return sorted == null ? 0 : sorted;
    }

    private int sorted(int most) {
        var now = clock.instant();
        var due = told.due(now, most);
        if (due.isEmpty()) {
            return 0;
        }
        var named = named(due);
        var readers = delivery.readers(
                named.stream().map(row -> row.telling().person()).collect(Collectors.toSet()));
        var held = held(named, readers, now);
        delivery.deliver(
                named.stream()
                        .filter(row -> !held.contains(row.id()))
                        .map(ToldStore.Row::telling)
                        .toList(),
                readers);
        told.remove(due.stream()
                .map(ToldStore.Row::id)
                .filter(id -> !held.contains(id))
                .toList());
        return due.size();
    }

    private Set<Long> held(List<ToldStore.Row> rows, Readers readers, Instant now) {
        var held = new HashSet<Long>();
        for (var row : rows) {
            var until = delivery.heldUntil(row.telling(), readers, now);
            if (until.isAfter(now)) {
                told.hold(row.id(), until);
                held.add(row.id());
            }
        }
        return held;
    }

    private List<ToldStore.Row> named(List<ToldStore.Row> due) {
        var present = present(due);
        return due.stream().filter(row -> named(row.telling(), present)).toList();
    }

    private static boolean named(Telling telling, Map<PersonId, Person> present) {
        return present.containsKey(telling.person())
                && (telling.actor() == null || present.containsKey(telling.actor()));
    }

    private Map<PersonId, Person> present(List<ToldStore.Row> due) {
        Set<PersonId> all = new HashSet<>();
        for (var row : due) {
            all.add(row.telling().person());
            if (row.telling().actor() != null) {
                all.add(row.telling().actor());
            }
        }
        return people.find(all);
    }
}
