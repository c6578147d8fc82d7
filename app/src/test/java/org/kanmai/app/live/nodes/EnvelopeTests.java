package org.kanmai.app.live.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.live.nodes.Incoming.Arrival;

/** Of each room there is one envelope a beat; it is known again, and what is missing is noticed. */
@Tag("LC-01")
class EnvelopeTests {
    private final Outgoing outgoing = new Outgoing("a", 7);
    private final Incoming incoming = new Incoming();

    private void tell(int from, int until) {
        IntStream.range(from, until).mapToObj(Integer::toString).forEach(outgoing::put);
    }

    private Envelope gone() {
        var next = outgoing.next().orElseThrow();
        outgoing.gone();
        return next;
    }

    @Test
    void allThatWaitsGoesAtOnceInItsOrder() {
        assertThat(outgoing.next()).isEmpty();
        tell(0, 3);
        assertThat(gone()).isEqualTo(new Envelope("a", 7, false, List.of("0", "1", "2")));
        assertThat(outgoing.isIdle()).isTrue();
    }

    @Test
    void whatHasNotGoneStaysTheSameAndCountsOnceForWhoHasIt() {
        tell(0, 1);
        var first = outgoing.next().orElseThrow();
        tell(1, 2);
        assertThat(outgoing.next()).contains(first);
        assertThat(incoming.take(first)).isEqualTo(Arrival.NEW);
        assertThat(incoming.take(gone())).isEqualTo(Arrival.KNOWN);
        assertThat(incoming.take(gone())).isEqualTo(Arrival.NEW);
    }

    @Test
    void whatWaitsIsBoundedTheOldestIsLetGoAndThatIsSaid() {
        tell(0, Outgoing.MOST_WAITING + 5);
        var heard = new ArrayList<String>();
        var first = gone();
        heard.addAll(first.messages());
        assertThat(first.missed()).isTrue();
        assertThat(first.messages()).hasSize(Outgoing.MOST_AT_ONCE).startsWith("5");
        assertThat(incoming.take(first)).isEqualTo(Arrival.AFTER_A_GAP);
        while (!outgoing.isIdle()) {
            var next = gone();
            assertThat(incoming.take(next)).isEqualTo(Arrival.NEW);
            heard.addAll(next.messages());
        }
        assertThat(heard)
                .containsExactlyElementsOf(IntStream.range(5, Outgoing.MOST_WAITING + 5)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @Test
    void longMessagesGoInSeveralEnvelopes() {
        var page = "x".repeat(Outgoing.MOST_CHARACTERS);
        outgoing.put(page);
        outgoing.put(page);
        assertThat(gone().messages()).hasSize(1);
        assertThat(gone().messages()).hasSize(1);
    }

    @Test
    void anEnvelopeThatIsMissingIsNoticedAndEachNodeHasItsOwnNumbers() {
        assertThat(incoming.take(new Envelope("a", 1, false, List.of()))).isEqualTo(Arrival.NEW);
        assertThat(incoming.take(new Envelope("b", 90, false, List.of()))).isEqualTo(Arrival.NEW);
        assertThat(incoming.take(new Envelope("a", 3, false, List.of()))).isEqualTo(Arrival.AFTER_A_GAP);
        assertThat(incoming.take(new Envelope("b", 91, false, List.of()))).isEqualTo(Arrival.NEW);
    }
}
