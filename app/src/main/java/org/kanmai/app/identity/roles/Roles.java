package org.kanmai.app.identity.roles;

import java.time.Clock;
import org.kanmai.app.identity.sessions.Sessions;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Role;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes roles: one operator asks, another decides; while there is only one, that one, and it shows. */
@Component
class Roles {
    private final RoleStore store;
    private final Sessions sessions;
    private final Ids ids;
    private final Clock clock;

    Roles(RoleStore store, Sessions sessions, Ids ids, Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.ids = ids;
        this.clock = clock;
    }

    RoleRequest ask(RoleStore.Wish wish, PersonId by) {
        long id = ids.next();
        if (!store.ask(id, wish, by, clock.instant())) {
            throw Refusal.conflict("already-asked", "Already asked", "The same is asked for and waits for a decision.");
        }
        return store.find(id).orElseThrow();
    }

    @Transactional
    RoleRequest decide(long id, RoleRequest.State decision, PersonId by) {
        int operators = store.operators();
        var open = store.take(id).orElseThrow(() -> undecidable(id));
        if (open.askedBy().equals(by) && operators > 1) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN,
                    "second-operator-needed",
                    "Another operator decides",
                    "Who asks does not decide while there is another operator.");
        }
        if (decision == RoleRequest.State.APPROVED) {
            carryOut(open.wish(), operators);
        }
        store.decide(id, decision, by, clock.instant());
        return store.find(id).orElseThrow();
    }

    private void carryOut(RoleStore.Wish wish, int operators) {
        switch (wish.change()) {
            case GRANT -> store.grant(wish.person(), wish.role());
            case REVOKE -> {
                if (wish.role() == Role.OPERATOR && operators == 1) {
                    throw Refusal.conflict("last-operator", "The last operator", "There must be an operator left.");
                }
                store.revoke(wish.person(), wish.role());
            }
        }
        sessions.forget(wish.person());
    }

    private Refusal undecidable(long id) {
        return store.find(id).isPresent()
                ? Refusal.conflict("already-decided", "Already decided", "Somebody has decided this request.")
                : Refusal.notFound("request");
    }
}
