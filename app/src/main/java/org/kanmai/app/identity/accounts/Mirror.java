package org.kanmai.app.identity.accounts;

import java.util.List;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.consents.Consents;
import org.kanmai.app.web.Viewer;
import org.kanmai.app.web.WebSettings;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;

/** Shows viewers themselves. */
@Component
public final class Mirror {
    private final People people;
    private final AccountStore store;
    private final Consents consents;
    private final WebSettings settings;

    Mirror(People people, AccountStore store, Consents consents, WebSettings settings) {
        this.people = people;
        this.store = store;
        this.consents = consents;
        this.settings = settings;
    }

    /** Returns what a viewer is. */
    public Me of(Viewer viewer) {
        var person = viewer.person();
        return person == null
                ? new Me(null, List.of(), settings.world(), Consents.ofVisitor(viewer.profiled()))
                : of(person);
    }

    /** Returns what a person is. */
    public Me of(PersonId person) {
        var roles = List.copyOf(store.roles(person));
        return new Me(people.find(person).orElse(null), roles, settings.world(), consents.of(person));
    }
}
