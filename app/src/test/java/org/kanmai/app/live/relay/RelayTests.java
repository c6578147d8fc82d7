package org.kanmai.app.live.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kanmai.app.live.fragments.Beginning;
import org.kanmai.app.live.fragments.Fragment;
import org.kanmai.app.live.relay.Watching.Piece;
import org.kanmai.facts.Binary;

/** Who joins begins with a keyframe; who is slow skips to the next one; nobody holds anybody up. */
class RelayTests {
    private final Relay relay = new Relay();

    private static Fragment fragment(long number, boolean keyframe, int bytes) {
        return new Fragment(number, keyframe, number * 400, Binary.of(new byte[bytes]));
    }

    private static List<Long> taken(Watching viewer) throws InterruptedException {
        var numbers = new ArrayList<Long>();
        for (var next = viewer.next(0); next.isPresent(); next = viewer.next(0)) {
            numbers.add(next.get() instanceof Piece.Goes goes ? goes.fragment().number() : 0L);
        }
        return numbers;
    }

    private void begin() {
        relay.begin(new Beginning("video/mp4", Binary.of(new byte[10])));
    }

    @Test
    void whoJoinsGetsTheBeginningAndEverythingSinceTheNewestKeyframe() throws Exception {
        begin();
        for (int number = 1; number <= 7; number++) {
            relay.add(fragment(number, number == 1 || number == 5, 100));
        }
        var viewer = relay.join();
        relay.add(fragment(8, false, 100));
        assertThat(taken(viewer)).containsExactly(0L, 5L, 6L, 7L, 8L);
    }

    @Test
    void whatComesBeforeTheFirstKeyframeIsNotShown() throws Exception {
        begin();
        var viewer = relay.join();
        relay.add(fragment(1, false, 100));
        relay.add(fragment(2, true, 100));
        assertThat(taken(viewer)).containsExactly(0L, 2L);
    }

    @Test
    void whoIsSlowSkipsToTheNextKeyframeAndTheOthersMissNothing() throws Exception {
        begin();
        var slow = relay.join();
        var fast = relay.join();
        var seen = new ArrayList<Long>();
        for (int number = 1; number <= 25; number++) {
            relay.add(fragment(number, number % 10 == 1, 1 << 20));
            seen.addAll(taken(fast));
        }
        assertThat(seen).hasSize(26);
        assertThat(taken(slow)).containsExactly(0L, 21L, 22L, 23L, 24L, 25L);
    }

    @Test
    void aNewPushBeginsAnewForWhoStayed() throws Exception {
        begin();
        relay.add(fragment(1, true, 100));
        var viewer = relay.join();
        begin();
        relay.add(fragment(1, true, 100));
        assertThat(taken(viewer)).containsExactly(0L, 1L);
        relay.end();
        assertThat(viewer.isOver()).isTrue();
    }
}
