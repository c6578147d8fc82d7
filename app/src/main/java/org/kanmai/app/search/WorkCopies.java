package org.kanmai.app.search;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.kanmai.app.content.changes.WorkChanges;
import org.kanmai.app.content.changes.WorkChanges.Said;
import org.kanmai.app.identity.People;
import org.kanmai.facts.WorkId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the index of works like the published works: follows what changes of them and of what is understood of them. */
@Component
class WorkCopies implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(WorkCopies.class);
    private static final Duration COMMITTED = Duration.ofSeconds(5);

    private final WorkChanges changes;
    private final People people;
    private final Clock clock;
    private final SearchIndex index;
    private long mark;
    private long committed;
    private Instant committedAt = Instant.MIN;
    private volatile boolean complete;

    WorkCopies(WorkChanges changes, People people, Clock clock, @Value("${kanmai.data}") Path data) {
        this.changes = changes;
        this.people = people;
        this.clock = clock;
        this.index = SearchIndex.open(data.toAbsolutePath().resolve("search-works"), WorkDocument.LAYOUT);
        this.mark = index.mark().isEmpty() ? 0 : Long.parseUnsignedLong(index.mark());
        this.committed = mark;
    }

    SearchIndex index() {
        return index;
    }

    /** Returns whether all is in the index that was published when this process began. */
    boolean isComplete() {
        return complete;
    }

    /** Takes in what changed. */
    @Scheduled(fixedDelay = 500)
    synchronized void follow() {
        if (Long.compareUnsigned(mark, changes.now()) > 0) {
            log.warn("search.works.ahead: the database is another one; the index is made anew");
            index.clear();
            mark = 0;
        }
        boolean building = mark == 0;
        mark = changes.follow(mark, (works, said) -> {
            take(works, said);
            if (building) {
                index.refresh();
            }
        });
        index.refresh();
        if (building) {
            log.info("search.works.made: {} works", index.size());
        }
        complete = true;
        commit();
    }

    private void take(Collection<WorkId> works, List<Said> published) {
        var creators = people.find(published.stream().map(Said::creator).collect(Collectors.toSet()));
        var gone = new HashSet<>(works);
        for (var said : published) {
            var creator = creators.get(said.creator());
            if (creator != null) {
                index.put(WorkDocument.key(said.work()), new WorkDocument(said, creator).document());
                gone.remove(said.work());
            }
        }
        index.remove(gone.stream().map(WorkDocument::key).toList());
    }

    private void commit() {
        var now = clock.instant();
        if (mark != committed && !now.isBefore(committedAt.plus(COMMITTED))) {
            index.commit(Long.toUnsignedString(mark));
            committed = mark;
            committedAt = now;
        }
    }

    @Override
    public void destroy() {
        index.close();
    }
}
