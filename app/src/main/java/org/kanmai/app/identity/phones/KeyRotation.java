package org.kanmai.app.identity.phones;

import org.kanmai.app.identity.keys.DataKeys;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes the data key of phone numbers: new numbers use the new key at once, older ones are sealed anew in small
 * batches by whichever process comes first, and the old key goes when nothing is sealed with it. A row tells by its
 * version what is left to do, so it goes on after any stop.
 */
@Component
class KeyRotation {
    static final int BATCH = 200;

    private final PhoneStore store;
    private final PhoneSafe safe;
    private final DataKeys keys;
    private final TransactionOperations transactions;

    KeyRotation(PhoneStore store, PhoneSafe safe, DataKeys keys, TransactionOperations transactions) {
        this.store = store;
        this.safe = safe;
        this.keys = keys;
        this.transactions = transactions;
    }

    /** Makes a new key; returns its version and how many numbers wait to be sealed anew. */
    @Transactional
    Progress begin() {
        int version = keys.rotate(PhoneSafe.PURPOSE).version();
        return new Progress(version, store.sealedBefore(version));
    }

    /** Seals anew until nothing is left, then drops the old keys. */
    @Scheduled(initialDelay = 15_000, fixedDelay = 15_000)
    void goOn() {
        int version = keys.current(PhoneSafe.PURPOSE).version();
        if (version == 1) {
            return;
        }
        int sealed = BATCH;
        while (sealed == BATCH) {
            sealed = batch(version);
        }
        if (store.sealedBefore(version) == 0) {
            keys.dropOld(PhoneSafe.PURPOSE);
        }
    }

    /** Seals one batch anew in a transaction of its own; returns how many it found. */
    int batch(int version) {
        var sealed = transactions.execute(status -> {
            var rows = store.takeSealedBefore(version, BATCH);
            rows.forEach(row -> store.keep(safe.seal(row.person(), safe.open(row))));
            return rows.size();
        });
        return sealed == null ? 0 : sealed;
    }

    /** How far it is: the version in force and how many numbers wait. */
    record Progress(int version, long waiting) {}
}
