package org.kanmai.app.identity.roles;

import java.time.Clock;
import org.kanmai.app.identity.sessions.Sessions;
import org.kanmai.app.web.Role;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Grants a role that somebody has asked for themselves and an operator approved; it stands among the requests like any other. */
@Component
public class Admission {
    private final RoleStore store;
    private final Sessions sessions;
    private final Ids ids;
    private final Clock clock;

    Admission(RoleStore store, Sessions sessions, Ids ids, Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes a person a merchant, in the transaction of the decision. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void merchant(PersonId person, PersonId operator, String reason) {
        long id = ids.next();
        var wish = new RoleStore.Wish(person, Role.MERCHANT, RoleRequest.Change.GRANT, reason);
        if (store.ask(id, wish, person, clock.instant())) {
            store.decide(id, RoleRequest.State.APPROVED, operator, clock.instant());
        }
        store.grant(person, Role.MERCHANT);
        sessions.forget(person);
    }
}
