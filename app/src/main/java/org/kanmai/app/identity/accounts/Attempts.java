package org.kanmai.app.identity.accounts;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.kanmai.app.identity.keys.DataKeys;
import org.springframework.stereotype.Component;

/** Counts attempts in the database, so that a limit holds over restarts and processes. */
@Component
final class Attempts {
    private static final int NETWORK_BYTES = 8;

    private final AttemptStore store;
    private final SecretKey key;
    private final Clock clock;

    Attempts(AttemptStore store, DataKeys keys, Clock clock) {
        this.store = store;
        this.key = keys.current("attempts").key();
        this.clock = clock;
    }

    /** Takes one attempt before it is made; returns how long to wait when the window has none left. */
    Optional<Duration> take(Limit limit) {
        var now = clock.instant();
        var counted = store.take(hash(limit), now, now.minus(limit.window()));
        return counted.taken() <= limit.most()
                ? Optional.empty()
                : Optional.of(Duration.between(now, counted.since().plus(limit.window())));
    }

    /** Gives back an attempt that did no harm. */
    void giveBack(Limit limit) {
        store.giveBack(hash(limit));
    }

    /** Forgets the attempts of a kind. */
    void clear(Limit limit) {
        store.clear(hash(limit));
    }

    /** Deletes counters that no longer count, at most so many. */
    int expire(Duration longestWindow, int most) {
        return store.expire(clock.instant().minus(longestWindow), most);
    }

    /** Returns what one household shares: the address, of IPv6 its first half. */
    static String network(String address) {
        var parsed = InetAddress.ofLiteral(address);
        return parsed instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                : parsed.getHostAddress();
    }

    private byte[] hash(Limit limit) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal((limit.kind() + ":" + limit.whose()).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every Java runtime", impossible);
        }
    }

    /**
     * How many attempts somebody has.
     *
     * @param whose a handle or a network, kept as a keyed hash only
     */
    record Limit(String kind, String whose, int most, Duration window) {}
}
