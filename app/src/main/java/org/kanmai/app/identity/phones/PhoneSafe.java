package org.kanmai.app.identity.phones;

import java.nio.charset.StandardCharsets;
import org.kanmai.app.identity.keys.DataKeys;
import org.kanmai.app.identity.keys.Sealing;
import org.kanmai.facts.Binary;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;

/** Seals numbers with the newest data key and opens them with the key of their row; a row copied to another person stays shut. */
@Component
final class PhoneSafe {
    static final String PURPOSE = "phone";

    private final DataKeys keys;

    PhoneSafe(DataKeys keys) {
        this.keys = keys;
    }

    PhoneStore.Sealed seal(PersonId person, PhoneNumber phone) {
        var key = keys.current(PURPOSE);
        var sealed = Sealing.seal(key.key(), bytes(phone.digits()), context(person));
        return new PhoneStore.Sealed(person, key.version(), Binary.of(sealed));
    }

    PhoneNumber open(PhoneStore.Sealed row) {
        var key = keys.key(PURPOSE, row.version());
        var clear = Sealing.open(key, row.sealed().bytes(), context(row.person()));
        return new PhoneNumber(new String(clear, StandardCharsets.UTF_8));
    }

    private static byte[] context(PersonId person) {
        return bytes("phone of " + person);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
