package org.kanmai.ranking;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Fact;

/** Facts about one work, spread over 40 hours, among them repeated ones. */
final class SomeFacts {
    private SomeFacts() {}

    /** A fact is a function of its identity, so that equal identities are equal facts. */
    static Arbitrary<List<Fact.OfSubject>> lists() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 4))
                .as(SomeFacts::fact)
                .list()
                .ofMaxSize(60);
    }

    private static Fact.OfSubject fact(int kind, int number, int sequence) {
        Instant at = Cast.NOON.plusSeconds(number * 12_000L + sequence * 60L);
        return switch (kind) {
            case 0 -> Cast.exposed(number, Cast.NOON.plusSeconds(number * 12_000L));
            case 1, 2 -> Cast.watched(number, sequence, at, sequence * 2_800);
            case 3 -> Cast.opened(100 + number * 4L + sequence, at);
            default -> {
                var kinds = Engagement.values();
                yield Cast.engaged(200 + number * 4L + sequence, at, kinds[(number * 4 + sequence) % kinds.length]);
            }
        };
    }
}
