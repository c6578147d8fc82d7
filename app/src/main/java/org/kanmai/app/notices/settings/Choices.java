package org.kanmai.app.notices.settings;

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
        return store.find(person).orElse(Preferences.USUAL);
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
