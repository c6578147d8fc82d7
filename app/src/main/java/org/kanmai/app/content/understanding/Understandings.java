package org.kanmai.app.content.understanding;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.kanmai.facts.WorkId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What was understood of the newest works, in memory, at most a second behind the database. Asking never waits for it: a work
 * that is not understood, or that is older than those remembered, has no answer.
 */
@Component
public class Understandings {
    private final UnderstandingStore store;
    private final int most;
    private final Map<WorkId, Understanding> known = new ConcurrentHashMap<>();
    /** The remembered works by age; only who refreshes touches it. */
    private final TreeSet<Long> byAge = new TreeSet<>();

    private String readUpTo = "";

    Understandings(UnderstandingStore store, UnderstandingSettings settings) {
        this.store = store;
        this.most = settings.remembered();
    }

    /** Returns what is understood of works; others are left out. */
    public Map<WorkId, Understanding> of(Collection<WorkId> works) {
        var found = HashMap.<WorkId, Understanding>newHashMap(works.size());
        for (var work : works) {
            var understanding = known.get(work);
            if (understanding != null) {
                found.put(work, understanding);
            }
        }
        return found;
    }

    /** Takes in what changed since the last time; the first time, the newest works. */
    @Scheduled(fixedDelay = 1000)
    public synchronized void refresh() {
        var next = store.oldestRunning();
        if (readUpTo.isEmpty()) {
            fill();
        } else {
            follow();
        }
        readUpTo = next;
    }

    private void fill() {
        var page = store.newest(Long.MAX_VALUE, Math.min(most, UnderstandingStore.PAGE));
        while (!page.isEmpty()) {
            page.forEach(this::put);
            int left = Math.min(most - known.size(), UnderstandingStore.PAGE);
            page = left <= 0 ? List.of() : store.newest(page.getLast().work().value(), left);
        }
    }

    private void follow() {
        var page = store.after(readUpTo, -1);
        while (!page.isEmpty()) {
            page.forEach(this::put);
            var last = page.getLast();
            page = page.size() < UnderstandingStore.PAGE
                    ? List.of()
                    : store.after(last.changedIn(), last.work().value());
        }
    }

    private void put(UnderstandingStore.Row row) {
        if (row.understanding() == null) {
            known.remove(row.work());
            byAge.remove(row.work().value());
            return;
        }
        known.put(row.work(), row.understanding());
        byAge.add(row.work().value());
        while (byAge.size() > most) {
            known.remove(new WorkId(byAge.removeFirst()));
        }
    }
}
