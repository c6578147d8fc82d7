package org.kanmai.app.identity.accounts;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.Invitations;
import org.kanmai.app.identity.consents.Consents;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Role;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Purpose;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes accounts. */
@Component
class Accounts {
    private static final Set<Role> EVERYBODY = EnumSet.of(Role.VIEWER, Role.CREATOR);

    private final AccountStore store;
    private final Consents consents;
    private final Invitations invitations;
    private final Ids ids;

    Accounts(AccountStore store, Consents consents, Invitations invitations, Ids ids) {
        this.store = store;
        this.consents = consents;
        this.invitations = invitations;
        this.ids = ids;
    }

    /** Makes an account; all of it or, when it is refused, nothing. */
    @Transactional
    PersonId make(NewPerson person) {
        var id = new PersonId(ids.next());
        if (!store.add(id, person.handle(), person.name())) {
            throw Refusal.conflict("handle-taken", "Handle taken", "Somebody else has this handle; choose another.");
        }
        store.keepPassword(id, person.passwordHash());
        store.addRoles(id, EVERYBODY);
        if (person.invitation() != null) {
            accept(id, person.invitation());
        }
        consents.begin(id, person.consents());
        return id;
    }

    private void accept(PersonId person, String invitation) {
        if (!invitations.accept(invitation)) {
            throw Refusal.conflict(
                    "invitation-gone",
                    "This invitation has ended",
                    "It was used, replaced at a later start, or is older than a day; the console prints a new one at each start.");
        }
        store.addRoles(person, Set.of(Role.OPERATOR));
    }

    /** A request for an account that keeps the rules. */
    record NewPerson(
            String handle,
            String name,
            String passwordHash,
            @Nullable String invitation,
            Set<Purpose> consents) {
        NewPerson {
            consents = Set.copyOf(consents);
        }

        @Override
        public String toString() {
            return "NewPerson";
        }
    }
}
