package org.kanmai.streams.rooms;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Attended;
import org.kanmai.facts.Fact;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomEnded;
import org.kanmai.facts.RoomId;
import org.kanmai.ranking.rooms.RoomBoard;
import org.kanmai.streams.log.Message;
import org.kanmai.streams.redis.RedisWrite;

/** Keeps one room's board: each fact once, each pseudonym as one person. */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
final class KeepBoard extends KeyedProcessFunction<Long, Message, RedisWrite> {
    private static final long PAUSE_MILLIS = 250;
    private static final Duration REMEMBERED = Duration.ofHours(26);
    private static final Duration KEPT = Duration.ofDays(3);

    private transient ValueState<byte[]> board;
    private transient ValueState<Long> due;
    /** When all of a room is: one timer, since a map with a time to live is gone through as a whole at each access. */
    private transient ValueState<Long> forgotten;
    /** Who came, and whether they are there. */
    private transient MapState<Long, Boolean> people;
    /** Ids of facts, and the complement of a number for each person and product. */
    private transient MapState<Long, Boolean> told;

    @Override
    public void open(OpenContext context) {
        var state = getRuntimeContext();
        board = state.getState(
                new ValueStateDescriptor<>("board", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        due = state.getState(new ValueStateDescriptor<>("due", Types.LONG));
        forgotten = state.getState(new ValueStateDescriptor<>("forgotten", Types.LONG));
        people = state.getMapState(new MapStateDescriptor<>("people", Types.LONG, Types.BOOLEAN));
        told = state.getMapState(new MapStateDescriptor<>("told", Types.LONG, Types.BOOLEAN));
    }

    @Override
    public void processElement(Message message, Context context, Collector<RedisWrite> out) throws Exception {
        var fact = message.read().orElse(null);
        if (fact == null || !isNew(Long.parseLong(fact.identity()))) {
            return;
        }
        if (forgotten.value() == null) {
            forgotten.update(timer(context, REMEMBERED.toMillis()));
        }
        byte[] before = board.value();
        var known = before == null ? RoomBoard.NONE : RoomBoard.parse(before);
        var now = after(known, fact);
        board.update(now.bytes());
        if (now.begunAt() == 0) {
            return;
        }
        if (fact instanceof RoomEnded) {
            out.collect(write(context.getCurrentKey()));
        } else {
            writeSoon(context);
        }
    }

    private RoomBoard after(RoomBoard known, Fact fact) throws Exception {
        if (fact instanceof Fact.OfRoom ofRoom) {
            return known.after(ofRoom);
        }
        if (fact instanceof Attended attended) {
            return after(known, attended);
        }
        return known;
    }

    private RoomBoard after(RoomBoard known, Attended fact) throws Exception {
        long who = fact.pseudonym().value();
        return switch (fact.what()) {
            case ENTERED -> {
                var there = people.get(who);
                people.put(who, true);
                yield known.after(fact, there == null, !Boolean.TRUE.equals(there));
            }
            case LEFT -> {
                var there = people.get(who);
                people.put(who, false);
                yield known.after(fact, false, Boolean.TRUE.equals(there));
            }
            case OPENED_PRODUCT -> known.after(fact, isNew(opening(who, fact.product())), false);
            case CHATTED, FOUND_SLOW, FOUND_EXPENSIVE, LIKED -> known.after(fact, false, false);
        };
    }

    private boolean isNew(long number) throws Exception {
        if (told.contains(number)) {
            return false;
        }
        told.put(number, true);
        return true;
    }

    /** A number below zero, where no id is. */
    private static long opening(long who, @Nullable ProductId product) {
        long mixed = (who ^ Long.rotateLeft(product == null ? 0 : product.value(), 32)) * 0x9E3779B97F4A7C15L;
        return mixed | Long.MIN_VALUE;
    }

    private void writeSoon(Context context) throws Exception {
        if (due.value() == null) {
            due.update(timer(context, PAUSE_MILLIS));
        }
    }

    private static long timer(Context context, long millis) {
        long at = context.timerService().currentProcessingTime() + millis;
        context.timerService().registerProcessingTimeTimer(at);
        return at;
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<RedisWrite> out) throws Exception {
        var end = forgotten.value();
        if (end != null && timestamp >= end) {
            forget();
        } else if (due.value() != null) {
            due.clear();
            out.collect(write(context.getCurrentKey()));
        }
    }

    private void forget() {
        board.clear();
        due.clear();
        forgotten.clear();
        people.clear();
        told.clear();
    }

    private RedisWrite write(long room) throws Exception {
        return RedisWrite.keep(RoomBoard.key(new RoomId(room)), board.value(), KEPT);
    }
}
