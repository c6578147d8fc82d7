package org.kanmai.app.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import org.kanmai.app.identity.keys.MasterKey;
import org.kanmai.app.identity.keys.Sealing;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Pseudonym;
import org.springframework.stereotype.Component;

/** Tells whose a pseudonym is, to who already knows the viewer, and seals what the log may hold of a person only so. */
@Component
public final class Pseudonyms {
    /** How long what was shown under an earlier pseudonym is still the viewer's own. */
    public static final Duration GRACE = Duration.ofHours(24);

    private static final byte[] EMPTY = {};

    private final PseudonymStore store;
    private final RecentKeys recent;
    private final MasterKey master;
    private final Clock clock;

    Pseudonyms(PseudonymStore store, RecentKeys recent, MasterKey master, Clock clock) {
        this.store = store;
        this.recent = recent;
        this.master = master;
        this.clock = clock;
    }

    /** Returns whether a pseudonym is the viewer's now, or was within the last 24 hours. */
    public boolean belongs(Viewer viewer, Pseudonym pseudonym) {
        if (viewer.pseudonym().equals(pseudonym)) {
            return true;
        }
        var since = clock.instant().minus(GRACE);
        var person = viewer.person();
        return person == null
                ? store.precedes(pseudonym, viewer.pseudonym(), since)
                : store.belongs(person, pseudonym, since);
    }

    /** Returns which of some pseudonyms are those of people who consented to keep theirs: nobody knows when they end. */
    public Set<Pseudonym> lasting(Collection<Pseudonym> some) {
        return some.isEmpty() ? Set.of() : store.lasting(some);
    }

    /** Seals attributes of a person under the key of the pseudonym's row; a pseudonym that is nobody's seals nothing. */
    public Binary seal(Pseudonym pseudonym, byte[] attributes) {
        return recent.find(pseudonym)
                .map(wrapped -> unwrapped(pseudonym, wrapped))
                .or(() -> key(pseudonym))
                .map(key -> Binary.of(Sealing.seal(key, attributes, EMPTY)))
                .orElse(Binary.EMPTY);
    }

    /** Keeps the wrapped key of a pseudonym whose row was just read, so that sealing under it need not read it again. */
    public void know(Pseudonym pseudonym, Binary wrappedKey) {
        recent.remember(pseudonym, wrappedKey);
    }

    /** Opens sealed attributes; empty when the pseudonym's row is gone, and then for ever. */
    public Optional<byte[]> open(Pseudonym pseudonym, Binary sealed) {
        return key(pseudonym).map(key -> Sealing.open(key, sealed.bytes(), EMPTY));
    }

    /** Returns what the key of a pseudonym's row is wrapped for. */
    public static String keyContext(Pseudonym pseudonym) {
        return "pseudonym " + pseudonym;
    }

    private Optional<SecretKey> key(Pseudonym pseudonym) {
        return store.key(pseudonym).map(wrapped -> unwrapped(pseudonym, wrapped));
    }

    private SecretKey unwrapped(Pseudonym pseudonym, byte[] wrapped) {
        return master.unwrap(wrapped, keyContext(pseudonym));
    }
}
