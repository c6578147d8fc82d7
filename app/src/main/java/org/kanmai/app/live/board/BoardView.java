package org.kanmai.app.live.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.live.rooms.Room;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.kanmai.ranking.rooms.Beat;
import org.kanmai.ranking.rooms.ProductFigures;
import org.kanmai.ranking.rooms.RoomBoard;

/**
 * A board as its host reads it.
 *
 * @param at when it was asked for, by the server's clock
 * @param entries how many came first by which source
 * @param beats by second while the room lasts, by minute once it is over
 * @param alarms what is beyond its bar now
 * @param markers what was explained when, of a room that is over
 * @param earlier the rooms before it, of a room that is over
 */
record BoardView(
        RoomId room,
        String title,
        Room.State state,
        Instant at,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt,
        Figures figures,
        Map<String, Long> entries,
        @Nullable ProductId explained,
        @Nullable Instant explainedSince,
        List<Fared> products,
        List<Moment> beats,
        List<Alarm> alarms,
        List<Marker> markers,
        List<Earlier> earlier) {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60_000;

    /** The whole room in numbers; {@code paid} is absent before there is any money. */
    record Figures(
            long viewers,
            long most,
            long people,
            long averageStayMillis,
            long chats,
            long likes,
            long opened,
            long ordered,
            long sold,
            @Nullable Money paid,
            double conversion) {

        /** Orders over people. */
        static Figures of(RoomBoard board) {
            var total = board.total();
            return new Figures(
                    total.viewers(),
                    board.most(),
                    board.people(),
                    board.averageStayMillis(),
                    total.chats(),
                    total.likes(),
                    total.opened(),
                    total.ordered(),
                    total.paid(),
                    money(board, total.minor()),
                    board.people() == 0 ? 0 : (double) total.ordered() / board.people());
        }
    }

    /** How a product fared; {@code title} is absent once it is gone. */
    record Fared(
            ProductId product,
            @Nullable String title,
            long explainedMillis,
            long reached,
            long opened,
            long ordered,
            long orderedExplained,
            double conversion,
            long units,
            @Nullable Money paid) {}

    /** One second or minute. */
    record Moment(
            Instant at,
            long viewers,
            long entered,
            long left,
            long chats,
            long likes,
            long opened,
            long ordered,
            @Nullable Money paid) {}

    /** What was explained from when to when. */
    record Marker(
            ProductId product,
            @Nullable String title,
            Instant from,
            @Nullable Instant until) {}

    /** An earlier room. */
    record Earlier(RoomId room, String title, Instant begunAt, Figures figures) {}

    private static @Nullable Money money(RoomBoard board, long minor) {
        return board.currency().isEmpty() ? null : Money.of(minor, board.currency());
    }

    /** Makes a view of a room's board. */
    record Making(Room room, RoomBoard board, Instant now, Map<ProductId, String> titles) {

        BoardView running(List<Alarm> alarms) {
            return view(beats(board.seconds(), SECOND), alarms, List.of(), List.of());
        }

        BoardView over(List<Marker> markers, List<BoardStore.Kept> before) {
            var earlier = before.stream()
                    .map(each -> new Earlier(
                            each.room(),
                            each.title(),
                            Instant.ofEpochMilli(each.board().begunAt()),
                            Figures.of(each.board())))
                    .toList();
            return view(beats(board.minutes(), MINUTE), List.of(), markers, earlier);
        }

        private BoardView view(List<Moment> beats, List<Alarm> alarms, List<Marker> markers, List<Earlier> earlier) {
            var entries = new TreeMap<String, Long>();
            board.entries().forEach((source, count) -> entries.put(source.code(), count));
            boolean explains = board.explained() != 0;
            return new BoardView(
                    room.id(),
                    room.title(),
                    room.state(),
                    now,
                    room.begunAt(),
                    room.endedAt(),
                    Figures.of(board),
                    entries,
                    explains ? new ProductId(board.explained()) : null,
                    explains ? Instant.ofEpochMilli(board.explainedSince()) : null,
                    products(),
                    beats,
                    alarms,
                    markers,
                    earlier);
        }

        private List<Fared> products() {
            var fared = new ArrayList<Fared>();
            board.products().forEach((id, figures) -> fared.add(fared(new ProductId(id), figures)));
            fared.sort(Comparator.comparingLong(Fared::ordered).reversed());
            return fared;
        }

        private Fared fared(ProductId product, ProductFigures figures) {
            boolean now = product.value() == board.explained();
            long going = now ? Math.max(0, this.now.toEpochMilli() - board.explainedSince()) : 0;
            return new Fared(
                    product,
                    titles.get(product),
                    figures.explainedMillis() + going,
                    figures.reached(),
                    figures.opened(),
                    figures.ordered(),
                    figures.orderedExplained(),
                    figures.conversion(),
                    figures.units(),
                    money(board, figures.minor()));
        }

        private List<Moment> beats(SortedMap<Long, Beat> beats, long unit) {
            var moments = new ArrayList<Moment>(beats.size());
            beats.forEach((time, beat) -> moments.add(new Moment(
                    Instant.ofEpochMilli(time * unit),
                    beat.viewers(),
                    beat.entered(),
                    beat.left(),
                    beat.chats(),
                    beat.likes(),
                    beat.opened(),
                    beat.ordered(),
                    money(board, beat.minor()))));
            return moments;
        }
    }
}
