package org.kanmai.app.payment;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The numbers of notifications that were taken, each good for once, kept in Redis longer than their time stamp would be taken.
 *
 * <p>They refuse replays early; what makes a replay harmless is that a payment is settled once. So without Redis all pass.
 */
@Component
class Nonces {
    private static final Logger log = LoggerFactory.getLogger(Nonces.class);
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final StringRedisTemplate redis;

    Nonces(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Returns whether a notification with this number was taken. */
    boolean knows(String provider, String nonce) {
        try {
            return Boolean.TRUE.equals(redis.hasKey(key(provider, nonce)));
        } catch (DataAccessException away) {
            log.warn("a notification's number can't be looked up: {}", away.getMessage());
            return false;
        }
    }

    /** Remembers the number of a notification that is taken: one that failed half-way is taken when it comes again. */
    void remember(String provider, String nonce) {
        try {
            redis.opsForValue().set(key(provider, nonce), "", KEPT);
        } catch (DataAccessException away) {
            log.warn("a notification's number can't be remembered: {}", away.getMessage());
        }
    }

    private static String key(String provider, String nonce) {
        return "nonce:" + provider + ":" + nonce;
    }
}
