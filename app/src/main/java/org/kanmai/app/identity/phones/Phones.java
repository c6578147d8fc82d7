package org.kanmai.app.identity.phones;

import java.util.Optional;
import org.kanmai.app.identity.DataReadings;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps people's phone numbers. */
@Component
class Phones {
    private final PhoneStore store;
    private final PhoneSafe safe;
    private final DataReadings readings;

    Phones(PhoneStore store, PhoneSafe safe, DataReadings readings) {
        this.store = store;
        this.safe = safe;
        this.readings = readings;
    }

    void keep(PersonId person, PhoneNumber phone) {
        store.keep(safe.seal(person, phone));
    }

    void delete(PersonId person) {
        store.delete(person);
    }

    /** Returns a person's own number as it may be shown; nothing in clear leaves, so it is no reading on record. */
    Optional<String> masked(PersonId person) {
        return store.find(person).map(row -> safe.open(row).masked());
    }

    /** Returns a number in clear; that it is read, by whom and why is on record before it is. */
    @Transactional
    Optional<String> read(PersonId person, PersonId reader, String reason) {
        var row = store.find(person);
        if (row.isPresent()) {
            readings.note(person, reader, "phone", reason);
        }
        return row.map(safe::open).map(PhoneNumber::digits);
    }
}
