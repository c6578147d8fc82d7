package org.kanmai.app.notices;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people what happened, in the transaction in which it happened: one statement that waits for nobody. Who is told,
 * where and when is sorted out afterwards.
 */
@Component
public class Notices {
    private final ToldStore store;

    Notices(ToldStore store) {
        this.store = store;
    }

    /** Tells one person; nobody is told of what they did themselves. */
    public void tell(Telling telling) {
        tell(List.of(telling));
    }

    /** Tells several people at once; of tellings to one person with one key the first counts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(List<Telling> tellings) {
        var others = tellings.stream()
                .filter(telling -> !telling.person().equals(telling.actor()))
                .toList();
        if (!others.isEmpty()) {
            store.add(others);
        }
    }
}
