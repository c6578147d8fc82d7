package org.kanmai.app.aftersales.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kanmai.app.aftersales.returns.Walk.Verb;
import org.kanmai.app.aftersales.returns.Wish.Kind;
import org.kanmai.app.aftersales.returns.Wish.State;

@Tag("EC-11")
class WalkTests {

    private static Set<State> reached(Kind kind, Iterable<Verb> verbs) {
        var seen = EnumSet.of(State.ASKED);
        var next = new ArrayDeque<>(List.of(State.ASKED));
        while (!next.isEmpty()) {
            var state = next.remove();
            for (var verb : verbs) {
                Walk.after(state, kind, verb).filter(seen::add).ifPresent(next::add);
            }
        }
        return seen;
    }

    @ParameterizedTest
    @EnumSource
    void anEndIsTheEnd(State state) {
        for (var kind : Kind.values()) {
            for (var verb : Verb.values()) {
                if (!state.isOpen()) {
                    assertThat(Walk.after(state, kind, verb)).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void silenceAloneEndsEveryWishThatIsNotInDispute(Kind kind) {
        for (var state : State.values()) {
            var now = state;
            for (int steps = 0;
                    steps < State.values().length && Walk.silence(now).isPresent();
                    steps++) {
                now = Walk.after(now, kind, Walk.silence(now).orElseThrow()).orElseThrow();
            }
            assertThat(now.isOpen()).as("from " + state).isEqualTo(now == State.DISPUTED);
        }
    }

    @Test
    void nobodyGetsMoneyForGoodsThatAreToComeBackBeforeTheyWereOnTheirWay() {
        for (var kind : List.of(Kind.RETURN, Kind.EXCHANGE)) {
            var verbs = EnumSet.complementOf(EnumSet.of(Verb.SEND, Verb.GRANT));
            assertThat(reached(kind, verbs)).doesNotContain(State.REFUNDED, State.REPLACED);
        }
    }

    @Test
    void whatIsOnlyRefundedIsNeverSentAndOnlyAnExchangeIsReplaced() {
        var all = Arrays.asList(Verb.values());
        assertThat(reached(Kind.REFUND, all)).doesNotContain(State.AGREED, State.SENT, State.TAKEN, State.REPLACED);
        assertThat(reached(Kind.RETURN, all)).doesNotContain(State.TAKEN, State.REPLACED);
        assertThat(reached(Kind.EXCHANGE, all)).containsExactlyInAnyOrder(State.values());
    }
}
