package org.kanmai.app.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.PseudonymRetired;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The wrapped keys of pseudonyms whose people were here within a quarter of an hour, as the look-up of their sessions brought them.
 *
 * <p>They only seal. What is sealed by a key whose row is gone opens to nobody, so one that another process retired reveals nothing.
 */
@Component
class RecentKeys {
    static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int LARGEST = 20_000;

    private final Cache<Pseudonym, Known> known =
            Caffeine.newBuilder().maximumSize(LARGEST).build();
    private final Clock clock;

    RecentKeys(Clock clock) {
        this.clock = clock;
    }

    private record Known(Binary wrapped, Instant since) {}

    void remember(Pseudonym pseudonym, Binary wrapped) {
        known.put(pseudonym, new Known(wrapped, clock.instant()));
    }

    Optional<byte[]> find(Pseudonym pseudonym) {
        return Optional.ofNullable(known.getIfPresent(pseudonym))
                .filter(each -> !isOld(each))
                .map(each -> each.wrapped.bytes());
    }

    private boolean isOld(Known each) {
        return each.since.plus(LONGEST).isBefore(clock.instant());
    }

    @Scheduled(fixedDelay = 60_000)
    void forgetOld() {
        known.asMap().values().removeIf(this::isOld);
    }

    @EventListener
    void forget(PseudonymRetired retired) {
        known.invalidate(retired.pseudonym());
    }
}
