package org.kanmai.app.notices.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.notices.mail.MailPort.MailFailed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Vault;
import org.kanmai.facts.Binary;
import org.kanmai.facts.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** People's e-mail addresses: sealed, shown masked, and written to only once a code sent to them has come back. */
@Component
public class Addresses {
    static final Duration CODE_LASTS = Duration.ofMinutes(10);
    static final int MOST_ATTEMPTS = 5;
    static final int CODES_PER_HOUR = 5;
    private static final int CODES = 1_000_000;

    private final AddressStore store;
    private final ObjectProvider<MailPort> ports;
    private final Wording wording;
    private final Vault vault;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Addresses(AddressStore store, ObjectProvider<MailPort> ports, Wording wording, Vault vault, Clock clock) {
        this.store = store;
        this.ports = ports;
        this.wording = wording;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * What somebody sees of their address.
     *
     * @param offered whether this site sends e-mail at all
     * @param address masked; absent when there is none
     */
    public record Standing(boolean offered, @Nullable String address, boolean confirmed) {}

    /** Returns how somebody's address stands. */
    public Standing of(PersonId person) {
        boolean offered = ports.getIfAvailable() != null;
        return store.find(person)
                .map(row -> new Standing(offered, open(row).masked(), row.confirmed()))
                .orElseGet(() -> new Standing(offered, null, false));
    }

    /** Keeps an address and sends it a code. */
    void keep(PersonId person, MailAddress address) {
        var port = port();
        var code = String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
        var now = clock.instant();
        var sent = new AddressStore.Sent(
                Binary.of(vault.seal(code.getBytes(UTF_8))),
                now.plus(CODE_LASTS),
                now,
                now.minus(Duration.ofHours(1)),
                CODES_PER_HOUR);
        if (!store.save(person, vault.seal(address.text().getBytes(UTF_8)), sent)) {
            throw new Refusal(
                    HttpStatus.TOO_MANY_REQUESTS, "too-fast", "Too fast", "Wait an hour before another code is sent.");
        }
        send(port, wording.code(address, code));
    }

    private static void send(MailPort port, MailPort.Mail mail) {
        try {
            port.send(mail);
        } catch (MailFailed away) {
            throw new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "mail-away",
                    "The mail server is away",
                    "The code could not be sent; try again in a few minutes.");
        }
    }

    /** Confirms the address with the code that was sent to it. */
    void confirm(PersonId person, String typed) {
        port();
        var code = store.attempt(person, clock.instant(), MOST_ATTEMPTS)
                .orElseThrow(() -> Refusal.conflict(
                        "code-over", "The code is over", "It was too old or tried too often; have another one sent."));
        if (!MessageDigest.isEqual(vault.open(code), typed.strip().getBytes(UTF_8))) {
            throw Refusal.invalid("digits", "is not the one that was sent");
        }
        store.confirm(person);
    }

    void forget(PersonId person) {
        store.forget(person);
    }

    /** Returns where somebody's letters go; empty while no address is confirmed. */
    Optional<MailAddress> confirmed(PersonId person) {
        return store.find(person).filter(AddressStore.Row::confirmed).map(this::open);
    }

    private MailAddress open(AddressStore.Row row) {
        return new MailAddress(new String(vault.open(row.sealed().bytes()), UTF_8));
    }

    private MailPort port() {
        var port = ports.getIfAvailable();
        if (port == null) {
            throw Refusal.conflict("mail-off", "No e-mail here", "This site sends no e-mail.");
        }
        return port;
    }
}
