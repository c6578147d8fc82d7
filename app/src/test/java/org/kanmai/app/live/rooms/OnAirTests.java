package org.kanmai.app.live.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.app.live.encoding.Outlet;
import org.kanmai.app.live.fragments.Beginning;
import org.kanmai.app.live.fragments.Fragment;
import org.kanmai.app.live.relay.Watching;
import org.kanmai.app.live.relay.Watching.Piece;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Pseudonym;

/** A room is pulled while somebody watches who has no push here; what is pushed here goes before. */
@Tag("LC-01")
class OnAirTests {
    @TempDir
    Path folder;

    private final AtomicInteger left = new AtomicInteger();
    private final OnAir room = new OnAir(100, () -> Optional.of(folder.resolve("0001.mp4")), left::incrementAndGet);

    private static void show(Outlet outlet, long number) {
        outlet.begin(new Beginning("video/mp4", Binary.of(new byte[10])));
        outlet.add(new Fragment(number, true, number * 400, Binary.of(new byte[100])));
    }

    private static List<Long> taken(Watching viewer) throws InterruptedException {
        var numbers = new ArrayList<Long>();
        for (var next = viewer.next(0); next.isPresent(); next = viewer.next(0)) {
            numbers.add(next.get() instanceof Piece.Goes goes ? goes.fragment().number() : 0L);
        }
        return numbers;
    }

    @Test
    void itIsPulledWhileSomebodyWatchesOrAsksForThePlaylist() {
        assertThat(room.isPulledFor()).isFalse();
        var viewer = room.join();
        assertThat(room.isPulledFor()).isTrue();
        room.leave(viewer);
        assertThat(room.isPulledFor()).isFalse();
        room.plays(new Pseudonym(1));
        room.plays(new Pseudonym(1));
        room.plays(new Pseudonym(2));
        assertThat(room.viewers()).as("who plays the playlist is counted once").isEqualTo(2);
        assertThat(room.isPulledFor()).isTrue();
        room.close();
        assertThat(room.isPulledFor()).isFalse();
    }

    @Test
    void aProcessThatWatchesForItsViewersIsNoViewer() {
        room.handOver();
        assertThat(room.viewers()).isZero();
    }

    @Test
    void whatIsPulledIsShownAndNotRecordedAndAnotherPullTakesItsPlace() throws Exception {
        var viewer = room.join();
        var first = room.pulled();
        show(first, 5);
        assertThat(taken(viewer)).containsExactly(0L, 5L);
        assertThat(room.isPushed()).isTrue();
        assertThat(room.isHome()).isFalse();
        assertThat(room.takeFresh()).isFalse();
        assertThat(room.newest()).isEmpty();
        show(room.pulled(), 1);
        show(first, 6);
        assertThat(taken(viewer)).containsExactly(0L, 1L);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPushGoesBeforeAPullAndWhenItIsOverOrAnotherProcessHasTheRoomThatIsSaid() throws Exception {
        var viewer = room.join();
        var pulled = room.pulled();
        show(pulled, 5);
        var push = room.admit().orElseThrow();
        assertThat(room.isHome()).isTrue();
        assertThat(room.isPulledFor()).isFalse();
        show(push, 1);
        pulled.add(new Fragment(6, false, 2_400, Binary.of(new byte[100])));
        pulled.over();
        assertThat(taken(viewer)).containsExactly(0L, 1L);
        assertThat(room.isPushed()).isTrue();
        room.giveWay();
        assertThat(left).hasValue(1);
        assertThat(room.isHome()).isFalse();
        push.over();
        assertThat(left).hasValue(1);
        assertThat(room.isPulledFor()).isTrue();
    }
}
