package org.kanmai.app.affiliate.payouts;

import java.time.Clock;
import java.util.Optional;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.web.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Where parties want their money; only its end is ever shown again. */
@Component
class Payees {
    private final PayeeStore store;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    Payees(PayeeStore store, Vault vault, JsonMapper json, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    Optional<BankAccount> of(Party party) {
        return store.find(party).map(this::open);
    }

    BankAccount open(byte[] sealed) {
        return json.readValue(vault.open(sealed), BankAccount.class);
    }

    @Transactional
    void put(Party party, BankAccount account) {
        store.put(party, vault.seal(json.writeValueAsBytes(account)), clock.instant());
    }

    void remove(Party party) {
        store.remove(party);
    }

    @EventListener
    void erased(PersonErased event) {
        store.forget(event.person());
    }
}
