package org.kanmai.app.notices.settings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what people chose to be told of. */
@Component
public class Choices {
    private final PreferenceStore store;

    Choices(PreferenceStore store) {
        this.store = store;
    }

    /** Returns what somebody chose, or what is usual. */
    public Preferences of(PersonId person) {
        return of(List.of(person)).getOrDefault(person, Preferences.USUAL);
    }

    /** Returns what some people chose; who chose nothing is left out. */
    public Map<PersonId, Preferences> of(Collection<PersonId> people) {
        return people.isEmpty() ? Map.of() : store.find(people);
    }

    /** Keeps what somebody chooses, from now on. */
    public void save(PersonId person, Preferences chosen) {
        store.save(person, chosen);
    }

    /** Ends e-mail of one purpose. */
    @Transactional
    public void endMail(PersonId person, NoticePurpose purpose) {
        save(person, of(person).withoutMail(purpose));
    }

    /** Forgets what an erased person chose. */
    public void erase(PersonId person) {
        store.delete(person);
    }
}
