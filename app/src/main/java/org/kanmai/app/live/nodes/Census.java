package org.kanmai.app.live.nodes;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kanmai.app.live.nodes.Report.Room;
import org.kanmai.facts.RoomId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Who watches where: each node counts its own and says so every second, and what one said is forgotten when it has said nothing for a
 * while. Ages are measured by this process's own time, so that no clock of another is believed.
 */
@Component
public class Census {
    /** So long a node may be silent before its viewers are gone. */
    static final Duration AGE = Duration.ofSeconds(5);

    private static final int MOST_ROOMS = 2_000;
    private static final int MOST_NODES = 1_024;

    private final Node node;
    private final LongSupplier nanos;
    private final Map<String, Heard> others = new ConcurrentHashMap<>();
    private volatile Report own;

    @Autowired
    Census(Node node) {
        this(node, System::nanoTime);
    }

    Census(Node node, LongSupplier nanos) {
        this.node = node;
        this.nanos = nanos;
        this.own = new Report(node.name(), Map.of());
    }

    private record Heard(Report report, long at) {}

    /** Takes how many watch the rooms of this process, and which of them are shown from here; says it to the others from now on. */
    public void count(Map<RoomId, Integer> viewers, Set<RoomId> shown) {
        own = new Report(
                node.name(),
                Stream.concat(viewers.keySet().stream(), shown.stream())
                        .distinct()
                        .map(room -> Map.entry(
                                room.toString(), new Room(viewers.getOrDefault(room, 0), shown.contains(room))))
                        .filter(room ->
                                room.getValue().picture() || room.getValue().viewers() > 0)
                        .sorted(Comparator.comparingInt(room -> -room.getValue().viewers()))
                        .limit(MOST_ROOMS)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Returns how many watch a room in other processes. */
    public int viewersElsewhere(RoomId room) {
        return elsewhere(room).mapToInt(Room::viewers).sum();
    }

    /** Returns whether the picture of a room comes in elsewhere. */
    public boolean isShownElsewhere(RoomId room) {
        return elsewhere(room).anyMatch(Room::picture);
    }

    private Stream<Room> elsewhere(RoomId room) {
        var number = room.toString();
        return others.values().stream()
                .filter(heard -> !isOld(heard))
                .flatMap(heard -> Stream.ofNullable(heard.report().rooms().get(number)));
    }

    private boolean isOld(Heard heard) {
        return nanos.getAsLong() - heard.at() > AGE.toNanos();
    }

    Report own() {
        return own;
    }

    /** Takes what another node says; what those said that are gone is forgotten. */
    void hear(Report report) {
        others.values().removeIf(this::isOld);
        if (others.size() < MOST_NODES && !report.node().equals(node.name())) {
            others.put(report.node(), new Heard(report, nanos.getAsLong()));
        }
    }
}
