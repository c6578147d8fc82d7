package org.kanmai.app.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private final Map<Pseudonym, Known> known = new LinkedHashMap<>();
    private final Clock clock;

    RecentKeys(Clock clock) {
        this.clock = clock;
    }

    private record Known(Binary wrapped, Instant since) {}

    synchronized void remember(Pseudonym pseudonym, Binary wrapped) {
        known.remove(pseudonym);
        known.put(pseudonym, new Known(wrapped, clock.instant()));
        if (known.size() > LARGEST) {
            var eldest = known.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }

    synchronized Optional<byte[]> find(Pseudonym pseudonym) {
        return Optional.ofNullable(known.get(pseudonym))
                .filter(each -> !isOld(each))
                .map(each -> each.wrapped.bytes());
    }

    private boolean isOld(Known each) {
        return each.since.plus(LONGEST).isBefore(clock.instant());
    }

    @Scheduled(fixedDelay = 60_000)
    synchronized void forgetOld() {
        known.values().removeIf(this::isOld);
    }

    @EventListener
    synchronized void forget(PseudonymRetired retired) {
        known.remove(retired.pseudonym());
    }
}
