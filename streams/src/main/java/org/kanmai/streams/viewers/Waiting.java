package org.kanmai.streams.viewers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimerService;

/** Facts of one key that came before what they need; few of them, for a short time, then a timer lets them go. */
final class Waiting {
    static final Duration LIMIT = Duration.ofSeconds(10);
    static final int MOST = 64;

    private final ListState<Labelled> facts;

    Waiting(RuntimeContext context) {
        facts = context.getListState(new ListStateDescriptor<>("waiting", TypeInformation.of(Labelled.class)));
    }

    /** Keeps a fact; returns whether there was room. */
    boolean add(Labelled fact, TimerService time) throws Exception {
        int size = all().size();
        if (size >= MOST) {
            return false;
        }
        if (size == 0) {
            time.registerProcessingTimeTimer(time.currentProcessingTime() + LIMIT.toMillis());
        }
        facts.add(fact);
        return true;
    }

    /** Returns all that wait, which then wait no more. */
    List<Labelled> release() throws Exception {
        var released = all();
        facts.clear();
        return released;
    }

    private List<Labelled> all() throws Exception {
        var all = new ArrayList<Labelled>();
        facts.get().forEach(all::add);
        return all;
    }
}
