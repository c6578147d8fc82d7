package org.kanmai.app.notices.mail;

import java.time.Instant;
import org.kanmai.app.notices.settings.NoticePurpose;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes letters, to be sent when they are due. */
@Component
public class Letters {
    private static final int MOST_WAITING = 100;

    private final LetterStore store;
    private final AddressStore addresses;
    private final ObjectProvider<MailPort> ports;
    private final Ids ids;

    Letters(LetterStore store, AddressStore addresses, ObjectProvider<MailPort> ports, Ids ids) {
        this.store = store;
        this.addresses = addresses;
        this.ports = ports;
        this.ids = ids;
    }

    /** Writes to somebody with a confirmed address, in the caller's transaction; to nobody else. */
    public void add(PersonId person, NoticePurpose purpose, String kind, Instant due) {
        if (ports.getIfAvailable() != null) {
            store.add(new LetterStore.Row(ids.next(), person, purpose, kind, 0), due, MOST_WAITING);
        }
    }

    /** Forgets an erased person's letters and address. */
    public void erase(PersonId person) {
        store.erase(person);
        addresses.erase(person);
    }
}
