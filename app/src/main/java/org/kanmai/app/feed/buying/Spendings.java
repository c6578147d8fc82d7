package org.kanmai.app.feed.buying;

import java.util.Optional;
import java.util.stream.Collectors;
import org.kanmai.app.trade.spending.Spending;
import org.kanmai.app.trade.spending.Spent;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ConsentChanged;
import org.kanmai.facts.Conversion;
import org.kanmai.facts.Converted;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.PseudonymRetired;
import org.kanmai.facts.Purpose;
import org.kanmai.ranking.ViewerSpending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What viewers spent lately, of who agreed to be profiled; of others nothing is read, reckoned or kept (GV-02). */
@Component
public class Spendings {
    private static final Logger log = LoggerFactory.getLogger(Spendings.class);

    private final Values values;
    private final Spending spending;

    Spendings(Values values, Spending spending) {
        this.values = values;
        this.spending = spending;
    }

    /** Returns what is known; nothing while Redis or the database is away. */
    public ViewerSpending of(Viewer viewer) {
        var person = viewer.person();
        if (person == null || !viewer.profiled()) {
            return ViewerSpending.NONE;
        }
        try {
            return of(person, ViewerSpending.key(viewer.pseudonym()));
        } catch (DataAccessException away) {
            log.warn("what a viewer spent can't be read: {}", away.getMessage());
            return ViewerSpending.NONE;
        }
    }

    private ViewerSpending of(PersonId person, String key) {
        return values.find(key).flatMap(Spendings::read).orElseGet(() -> reckoned(person, key));
    }

    private static Optional<ViewerSpending> read(byte[] kept) {
        try {
            return Optional.of(ViewerSpending.parse(kept));
        } catch (IllegalArgumentException damaged) {
            log.warn("what a viewer spent is reckoned anew: {}", damaged.getMessage());
            return Optional.empty();
        }
    }

    private ViewerSpending reckoned(PersonId person, String key) {
        var reckoned = ViewerSpending.of(spending.lately(person, ViewerSpending.LATELY).stream()
                .collect(Collectors.toMap(Spent::currency, sum -> new ViewerSpending.Sum(sum.orders(), sum.minor()))));
        values.keep(key, reckoned.bytes(), ViewerSpending.KEPT);
        return reckoned;
    }

    /** What was paid or went back is known with the next page. */
    @TransactionalEventListener(fallbackExecution = true)
    void converted(Converted fact) {
        if (fact.conversion() == Conversion.PAID || fact.conversion() == Conversion.REFUNDED) {
            forget(fact.pseudonym());
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void consented(ConsentChanged fact) {
        if (fact.purpose() == Purpose.BEHAVIOUR && !fact.given()) {
            forget(fact.pseudonym());
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void retired(PseudonymRetired fact) {
        forget(fact.pseudonym());
    }

    /** Where Redis is away it ends by its time to live. */
    private void forget(Pseudonym viewer) {
        try {
            values.forget(ViewerSpending.key(viewer));
        } catch (DataAccessException away) {
            log.warn("what a viewer spent can't be forgotten now: {}", away.getMessage());
        }
    }
}
