package org.kanmai.app.identity.keys;

import java.time.Clock;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/** Keys by purpose and version; they lie in the database wrapped by the master key. */
@Component
public final class DataKeys {
    private final DataKeyStore store;
    private final MasterKey master;
    private final Clock clock;

    DataKeys(DataKeyStore store, MasterKey master, Clock clock) {
        this.store = store;
        this.master = master;
        this.clock = clock;
    }

    /** Returns the newest key of a purpose; makes the first one. */
    public DataKey current(String purpose) {
        int newest = store.newest(purpose);
        return newest == 0 ? rotate(purpose) : new DataKey(newest, key(purpose, newest));
    }

    /** Returns a key that something was sealed with. */
    public SecretKey key(String purpose, int version) {
        var wrapped = store.find(purpose, version)
                .orElseThrow(() -> new IllegalStateException("no key " + purpose + " version " + version));
        return master.unwrap(wrapped, purpose);
    }

    /** Makes the next key of a purpose, with which everything is sealed from now on. */
    public DataKey rotate(String purpose) {
        int next = store.newest(purpose) + 1;
        store.add(purpose, next, master.wrapNew(purpose), clock.instant());
        return new DataKey(next, key(purpose, next));
    }

    /** Deletes the keys of a purpose before its newest; a foreign key keeps those that something is still sealed with. */
    public void dropOld(String purpose) {
        store.drop(purpose, store.newest(purpose));
    }
}
