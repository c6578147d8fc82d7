package org.kanmai.benchmarks.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.kanmai.benchmarks.load.Load;

/** Visitors, made over some connections at once. */
public final class Audience {
    private static final int CONNECTIONS = 16;
    private static final Duration MOST = Duration.ofMinutes(5);

    private final Load load;
    private final List<Visitor> visitors = new ArrayList<>();
    private int withHistory;

    public Audience(int port) {
        this.load = new Load(port, CONNECTIONS);
    }

    /** Returns so many visitors who have done nothing yet; each is handed out once. */
    public List<Visitor> fresh(int count) {
        var come = new ConcurrentLinkedQueue<Visitor>();
        load.closed(count, MOST, (connection, number, due) -> come.add(new Visitor(connection)));
        visitors.addAll(come);
        return List.copyOf(come);
    }

    /** Returns all visitors that there are, at least so many if time allows; all have watched works of their first page. */
    public List<Visitor> withHistories(int count) {
        fresh(Math.max(0, count - visitors.size()));
        var quiet = List.copyOf(visitors.subList(withHistory, visitors.size()));
        load.closed(
                quiet.size(),
                MOST,
                (connection, number, due) -> connection
                        .send(quiet.get(number).watched(0, Visitor.PAGE))
                        .good());
        withHistory = visitors.size();
        return List.copyOf(visitors);
    }
}
