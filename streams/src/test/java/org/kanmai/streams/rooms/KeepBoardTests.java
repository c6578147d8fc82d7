package org.kanmai.streams.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Attendance;
import org.kanmai.facts.Attended;
import org.kanmai.facts.Conversion;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.Money;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.RoomEnded;
import org.kanmai.facts.RoomExplained;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.RoomOpened;
import org.kanmai.facts.RoomSold;
import org.kanmai.facts.Source;
import org.kanmai.ranking.rooms.RoomBoard;
import org.kanmai.streams.log.Message;
import org.kanmai.streams.redis.RedisWrite;

@Tag("LC-08")
@SuppressWarnings("try") // the harness is declared to close with an InterruptedException
class KeepBoardTests {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final RoomId ROOM = new RoomId(44);
    private static final ProductId TEA = new ProductId(55);
    private static final Pseudonym ANNA = new Pseudonym(11);
    private static final Pseudonym CARL = new Pseudonym(12);

    private long id = 100;

    @Test
    void whoComesTwiceIsOnePersonAndARepeatedFactIsNone() throws Exception {
        try (var room = room()) {
            opened(room);
            var entered = attended(ANNA, Attendance.ENTERED, null, 1, 0);
            take(room, entered);
            take(room, entered);
            take(room, attended(CARL, Attendance.ENTERED, null, 1, 1));
            take(room, attended(ANNA, Attendance.LEFT, null, 5_000, 5));
            take(room, attended(ANNA, Attendance.ENTERED, null, 1, 9));
            take(room, attended(CARL, Attendance.LEFT, null, 20_000, 21));

            var board = written(room);
            assertThat(board.people()).isEqualTo(2);
            assertThat(board.entries()).isEqualTo(Map.of(Source.LIVE, 2L));
            assertThat(board.most()).isEqualTo(2);
            assertThat(board.total().viewers()).isEqualTo(1);
            assertThat(board.total().entered()).isEqualTo(3);
            assertThat(board.stays()).isEqualTo(2);
            assertThat(board.stayedMillis()).isEqualTo(25_000);
            assertThat(board.last(NOON.plusSeconds(21), 10).left()).isEqualTo(1);
        }
    }

    @Test
    @Tag("LC-12")
    void whatIsSoldWhileItIsExplainedIsHeldAgainstThoseWhomThatReached() throws Exception {
        try (var room = room()) {
            opened(room);
            take(room, attended(ANNA, Attendance.ENTERED, null, 1, 0));
            take(room, new RoomExplained(id++, NOON.plusSeconds(10), Origin.LIVE, ROOM, TEA));
            take(room, attended(CARL, Attendance.ENTERED, null, 1, 12));
            take(room, attended(CARL, Attendance.OPENED_PRODUCT, TEA, 1, 13));
            take(room, attended(CARL, Attendance.OPENED_PRODUCT, TEA, 1, 14));
            sold(room, Conversion.ORDERED, 15);
            sold(room, Conversion.PAID, 16);
            take(room, new RoomExplained(id++, NOON.plusSeconds(30), Origin.LIVE, ROOM, null));
            sold(room, Conversion.ORDERED, 31);

            var tea = Objects.requireNonNull(written(room).products().get(TEA.value()));
            assertThat(tea.explainedMillis()).isEqualTo(20_000);
            assertThat(tea.reached()).isEqualTo(2);
            assertThat(tea.opened()).isEqualTo(1);
            assertThat(tea.orderedExplained()).isEqualTo(1);
            assertThat(tea.ordered()).isEqualTo(2);
            assertThat(tea.conversion()).isEqualTo(0.5);
            assertThat(tea.minor()).isEqualTo(3_980);

            sold(room, Conversion.REFUNDED, 40);
            assertThat(written(room).total().minor()).isZero();
        }
    }

    @Test
    void aBoardIsWrittenOnceInAWhileAndAtOnceWhenTheRoomIsOver() throws Exception {
        try (var room = room()) {
            take(room, attended(ANNA, Attendance.ENTERED, null, 1, 0));
            room.setProcessingTime(1_000);
            assertThat(room.extractOutputValues())
                    .as("before the first picture")
                    .isEmpty();
            opened(room);
            take(room, attended(ANNA, Attendance.FOUND_SLOW, null, 1, 2));
            take(room, attended(CARL, Attendance.FOUND_EXPENSIVE, null, 1, 3));
            assertThat(room.extractOutputValues()).isEmpty();
            room.setProcessingTime(1_250);
            assertThat(room.extractOutputValues()).hasSize(1);
            take(room, new RoomEnded(id++, NOON.plusSeconds(60), Origin.LIVE, ROOM, new PersonId(1), false));
            assertThat(room.extractOutputValues()).hasSize(2);
            var board = RoomBoard.parse(room.extractOutputValues().getLast().value());
            assertThat(board.over()).isTrue();
            assertThat(board.total().viewers()).isZero();
            assertThat(board.total().chats()).isEqualTo(2);
            assertThat(board.total().slow()).isEqualTo(1);
            assertThat(board.total().expensive()).isEqualTo(1);
            room.setProcessingTime(Duration.ofHours(27).toMillis());
            assertThat(room.numKeyedStateEntries()).as("all is forgotten").isZero();
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<Long, Message, RedisWrite> room() throws Exception {
        var harness = new KeyedOneInputStreamOperatorTestHarness<Long, Message, RedisWrite>(
                new KeyedProcessOperator<>(new KeepBoard()), Message::key, Types.LONG);
        harness.open();
        return harness;
    }

    private void opened(KeyedOneInputStreamOperatorTestHarness<Long, Message, RedisWrite> room) throws Exception {
        take(room, new RoomOpened(id++, NOON, Origin.LIVE, ROOM, new PersonId(1)));
    }

    private void sold(
            KeyedOneInputStreamOperatorTestHarness<Long, Message, RedisWrite> room, Conversion how, int second)
            throws Exception {
        var at = NOON.plusSeconds(second);
        take(room, new RoomSold(id++, at, Origin.LIVE, ROOM, TEA, how, 1, Money.of(3_980, "CNY")));
    }

    private Attended attended(Pseudonym who, Attendance what, @Nullable ProductId product, long amount, int second) {
        var at = NOON.plusSeconds(second);
        return new Attended(id++, at, Origin.LIVE, who, null, ROOM, Source.LIVE, what, product, amount);
    }

    private static void take(KeyedOneInputStreamOperatorTestHarness<Long, Message, RedisWrite> room, Fact fact)
            throws Exception {
        room.processElement(new Message(ROOM.value(), FactCodec.write(fact)), 0);
    }

    /** What was written last, after a while. */
    private static RoomBoard written(KeyedOneInputStreamOperatorTestHarness<Long, Message, RedisWrite> room)
            throws Exception {
        room.setProcessingTime(room.getProcessingTime() + 1_000);
        var last = room.extractOutputValues().getLast();
        assertThat(last.key()).isEqualTo("room:44:board");
        return RoomBoard.parse(last.value());
    }
}
