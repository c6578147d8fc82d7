package org.kanmai.app.content.changes;

import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.kanmai.app.content.changes.WorkChangeStore.Change;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/**
 * Tells which works changed since an earlier reading, or what machines understood of them, and what they say now. It goes by
 * transaction numbers, as the shelf does: nothing is missed, and some are told twice.
 */
@Component
public class WorkChanges {
    private static final int PAGE = 1_000;

    private final WorkChangeStore store;

    WorkChanges(WorkChangeStore store) {
        this.store = store;
    }

    /** The words of a published work; {@code keywords} without those that its creator took away. */
    public record Said(
            WorkId work,
            PersonId creator,
            String title,
            String description,
            List<String> hashtags,
            List<String> keywords) {
        public Said {
            hashtags = List.copyOf(hashtags);
            keywords = List.copyOf(keywords);
        }
    }

    /** Returns the transaction up to which a reading that begins now will have told everything. */
    public long now() {
        return Long.parseUnsignedLong(store.oldestRunning());
    }

    /** Tells what changed since a transaction, page by page: the works, and what those of them say that are published. Returns from where to go on. */
    public long follow(long since, BiConsumer<Collection<WorkId>, List<Said>> hearer) {
        long next = now();
        follow(since, store::works, hearer);
        follow(since, store::understandings, hearer);
        return next;
    }

    private interface Pages {
        List<Change> after(String changedIn, long work, int limit);
    }

    private void follow(long since, Pages pages, BiConsumer<Collection<WorkId>, List<Said>> hearer) {
        var page = pages.after(Long.toUnsignedString(since), -1, PAGE);
        while (!page.isEmpty()) {
            var works = page.stream().map(Change::work).toList();
            hearer.accept(works, store.published(works));
            var last = page.getLast();
            page = page.size() < PAGE
                    ? List.of()
                    : pages.after(last.changedIn(), last.work().value(), PAGE);
        }
    }
}
