package org.kanmai.app.catalog.external;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.kanmai.app.catalog.external.ExternalReturn.State;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Vault;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Money;
import org.kanmai.facts.ShopId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What shops tell of orders on other platforms: believed for its signature, for five minutes, once. Who tells locks the
 * notification first, then the order.
 */
@Component
class Returns {
    static final Duration FRESH = Duration.ofMinutes(5);
    private static final long HIGHEST_MINOR = 100_000_000_000L;

    private final ExternalStore offers;
    private final ReturnStore store;
    private final Visits visits;
    private final Vault vault;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    Returns(
            ExternalStore offers,
            ReturnStore store,
            Visits visits,
            Vault vault,
            JsonMapper json,
            Ids ids,
            Clock clock) {
        this.offers = offers;
        this.store = store;
        this.visits = visits;
        this.vault = vault;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A notification as it is signed.
     *
     * @param nonce names it among those of its shop, 8-64 letters, digits and dashes
     * @param visit the reference that the other platform was given
     * @param number the other platform's own for the order
     */
    record Told(String nonce, String visit, String number, State state, Money amount) {}

    /** Makes a secret, which is shown this once; the former one is good no longer. */
    @Transactional
    String secret(ShopId shop) {
        byte[] bytes = Signing.secret();
        offers.secret(shop, vault.seal(bytes), clock.instant());
        return HexFormat.of().formatHex(bytes);
    }

    /** Takes a notification in; refuses with 404 what is not signed by its shop now. */
    @Transactional
    void hear(ShopId shop, String timestamp, String signature, String body) {
        var sealed = offers.secret(shop).orElseThrow(Returns::unknown);
        if (!isFresh(timestamp) || !isSigned(vault.open(sealed), timestamp + "." + body, signature)) {
            throw unknown();
        }
        var told = read(body);
        var now = clock.instant();
        if (store.hear(shop, told.nonce, now)) {
            take(shop, told, now);
        }
    }

    private void take(ShopId shop, Told told, Instant now) {
        var visit = visits.find(told.visit, Visits.TO_RETURN)
                .filter(each -> offers.owns(shop, each.product()))
                .orElseThrow(() ->
                        Refusal.invalid("visit", "must be a reference of the last 30 days, of a product of yours"));
        var order = new ExternalReturn(
                ids.next(),
                told.number,
                visit.product(),
                visit.platform(),
                visit.work(),
                told.state,
                told.amount,
                now,
                now);
        if (told.state.begins() && store.add(shop, order)) {
            return;
        }
        var known = store.lock(shop, told.number).orElseThrow(Returns::misplaced);
        if (known.state() == told.state) {
            return;
        }
        boolean same = known.amount().equals(told.amount) && known.product().equals(visit.product());
        if (!same || !told.state.follows(known.state())) {
            throw misplaced();
        }
        store.move(known.id(), told.state, now);
    }

    private Told read(String body) {
        Told told;
        try {
            told = json.readValue(body, Told.class);
        } catch (JacksonException malformed) {
            throw Refusal.invalid("body", "must be JSON of nonce, visit, number, state and amount");
        }
        if (!told.nonce.matches("[A-Za-z0-9-]{8,64}")) {
            throw Refusal.invalid("nonce", "must be 8-64 letters, digits and dashes");
        }
        if (!told.number.matches("[A-Za-z0-9._-]{1,64}")) {
            throw Refusal.invalid("number", "must be 1-64 letters, digits, dots, dashes");
        }
        if (told.amount.minor() < 1 || told.amount.minor() > HIGHEST_MINOR) {
            throw Refusal.invalid("amount", "must be above 0 and at most " + HIGHEST_MINOR);
        }
        return told;
    }

    private boolean isFresh(String timestamp) {
        return timestamp.matches("[0-9]{10}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant())
                                .abs()
                                .compareTo(FRESH)
                        <= 0;
    }

    private static boolean isSigned(byte[] secret, String text, String signature) {
        return signature.matches("[0-9a-f]{64}")
                && Signing.isSigned(secret, text, HexFormat.of().parseHex(signature));
    }

    /** Twice as long as a notification is believed at most, so that none can be told again. */
    @Scheduled(fixedDelay = 3_600_000)
    void forget() {
        store.forget(clock.instant().minus(FRESH.multipliedBy(4)));
    }

    private static Refusal unknown() {
        return Refusal.notFound("external-return");
    }

    private static Refusal misplaced() {
        return Refusal.conflict(
                "external-state",
                "It does not follow",
                "The order is in another state, or of another amount or product.");
    }
}
