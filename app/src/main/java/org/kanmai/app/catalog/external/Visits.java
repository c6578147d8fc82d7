package org.kanmai.app.catalog.external;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Vault;
import org.kanmai.facts.Code;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/** Names visits by what only this site can sign, so that they need no row and cannot be made up. */
@Component
class Visits {
    static final Duration TO_LEAVE = Duration.ofMinutes(10);
    static final Duration TO_RETURN = Duration.ofDays(30);
    /** Clocks of processes beside each other differ by less. */
    private static final Duration SKEW = Duration.ofMinutes(-1);

    /** Product, platform, milliseconds and work, which may be missing; then the signature. */
    private static final Pattern REFERENCE =
            Pattern.compile("(([0-9]{1,19})-([a-z]{2,12})-([0-9]{1,15})-([0-9]{0,19}))-([A-Za-z0-9_-]{43})");

    private final ExternalStore store;
    private final Vault vault;
    private final Clock clock;
    private volatile byte @Nullable [] known;

    Visits(ExternalStore store, Vault vault, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    String reference(Visit visit) {
        var work = visit.work() == null ? "" : visit.work().toString();
        var text = visit.product() + "-" + visit.platform().code() + "-"
                + visit.at().toEpochMilli() + "-" + work;
        var signature = Base64.getUrlEncoder().withoutPadding().encodeToString(Signing.sign(key(), text));
        return text + "-" + signature;
    }

    /** Returns the visit of a reference that is at most so old; empty for what this site did not sign. */
    Optional<Visit> find(String reference, Duration oldest) {
        var parts = REFERENCE.matcher(reference);
        if (!parts.matches()) {
            return Optional.empty();
        }
        byte[] signature = Base64.getUrlDecoder().decode(parts.group(6));
        if (!Signing.isSigned(key(), parts.group(1), signature)) {
            return Optional.empty();
        }
        var visit = new Visit(
                ProductId.parse(parts.group(2)),
                Code.parse(Platform.class, parts.group(3)),
                parts.group(5).isEmpty() ? null : WorkId.parse(parts.group(5)),
                Instant.ofEpochMilli(Long.parseLong(parts.group(4))));
        return Optional.of(visit).filter(each -> isFresh(each, oldest));
    }

    private boolean isFresh(Visit visit, Duration oldest) {
        var age = Duration.between(visit.at(), clock.instant());
        return age.compareTo(SKEW) >= 0 && age.compareTo(oldest) <= 0;
    }

    private byte[] key() {
        byte[] key = known;
        if (key == null) {
            key = vault.open(store.key(vault.seal(Signing.secret())));
            known = key;
        }
        return key;
    }
}
