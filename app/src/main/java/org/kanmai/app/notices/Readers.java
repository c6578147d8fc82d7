package org.kanmai.app.notices;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.kanmai.app.identity.People;
import org.kanmai.app.notices.settings.Preferences;
import org.kanmai.facts.PersonId;

/** Whom one batch is told to: what they chose, and of whom they hear nothing, which is looked up where somebody is named. */
final class Readers {
    private final Map<PersonId, Preferences> chosen;
    private final People people;
    private final Map<PersonId, Set<PersonId>> blocked = new HashMap<>();

    Readers(Map<PersonId, Preferences> chosen, People people) {
        this.chosen = Map.copyOf(chosen);
        this.people = people;
    }

    Preferences chosen(Telling telling) {
        return chosen.getOrDefault(telling.person(), Preferences.USUAL);
    }

    boolean hears(Telling telling) {
        return telling.actor() == null
                || !blocked.computeIfAbsent(telling.person(), people::blocked).contains(telling.actor());
    }
}
