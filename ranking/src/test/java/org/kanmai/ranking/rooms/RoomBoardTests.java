package org.kanmai.ranking.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Attendance;
import org.kanmai.facts.Attended;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.RoomEnded;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.Source;

/** How long a stay lasts, of those who are still there too. */
@Tag("LC-08")
class RoomBoardTests {
    private static final Instant BEGUN = Instant.parse("2026-05-04T20:00:00Z");
    private static final RoomId ROOM = new RoomId(7);

    private static Attended act(int seconds, Attendance what, long amount) {
        return new Attended(
                seconds,
                BEGUN.plusSeconds(seconds),
                Origin.LIVE,
                new Pseudonym(1),
                null,
                ROOM,
                Source.LIVE,
                what,
                null,
                amount);
    }

    private static RoomBoard entered(RoomBoard board, int seconds) {
        return board.after(act(seconds, Attendance.ENTERED, 1), true, true);
    }

    private static RoomBoard liked(RoomBoard board, int seconds) {
        return board.after(act(seconds, Attendance.LIKED, 1), false, false);
    }

    private static RoomBoard left(RoomBoard board, int seconds, int after) {
        return board.after(act(seconds, Attendance.LEFT, after * 1_000L), false, true);
    }

    private static long average(RoomBoard board) {
        return board.averageStayMillis() / 1_000;
    }

    @Test
    void whoIsThereCountsUpToTheNewestBeat() {
        var two = entered(entered(RoomBoard.NONE, 0), 20);
        assertThat(average(liked(two, 60))).isEqualTo(50);
        assertThat(average(left(two, 60, 60))).isEqualTo(50);
        assertThat(average(left(left(two, 60, 60), 80, 60))).isEqualTo(60);
    }

    @Test
    void nobodyHasStayedInAnEmptyRoomAndNobodyIsThereInOneThatIsOver() {
        assertThat(RoomBoard.NONE.averageStayMillis()).isZero();
        var over = left(entered(entered(RoomBoard.NONE, 0), 20), 40, 40)
                .after(new RoomEnded(99, BEGUN.plusSeconds(90), Origin.LIVE, ROOM, new PersonId(3), false));
        assertThat(average(over)).isEqualTo(40);
        assertThat(average(left(over, 91, 71))).isEqualTo(55);
    }

    @Test
    void theBinaryFormKeepsWhenThoseCameWhoAreThere() {
        var board = liked(entered(entered(RoomBoard.NONE, 0), 20), 60);
        assertThat(RoomBoard.parse(board.bytes())).isEqualTo(board);
    }

    @Test
    void aBoardOfAnEarlierReleaseBeginsToCountThoseWhoAreThereNow() {
        var board = liked(entered(entered(RoomBoard.NONE, 0), 20), 60);
        byte[] bytes = board.bytes();
        bytes[0] = 1;
        assertThat(RoomBoard.parse(bytes).averageStayMillis()).isZero();
    }
}
