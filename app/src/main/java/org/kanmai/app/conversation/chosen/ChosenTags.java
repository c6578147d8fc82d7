package org.kanmai.app.conversation.chosen;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kanmai.app.content.words.Tag;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PseudonymRetired;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The tags that viewers chose to begin with: no fact on the log, and kept under the pseudonym whose facts may be used to
 * recommend. So they go when that consent or the account ends, and a browser's go with its cookie.
 */
@Component
public class ChosenTags {
    /** The most that one viewer chooses. */
    static final int MOST = 10;

    private static final Duration COOKIE = Duration.ofDays(30);
    private static final int AT_ONCE = 1_000;

    private final ChosenTagStore store;
    private final Clock clock;

    ChosenTags(ChosenTagStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Returns what a viewer chose; nothing of who has not agreed to be profiled. */
    public List<String> of(Viewer viewer) {
        return viewer.profiled() ? store.of(viewer.pseudonym(), clock.instant()) : List.of();
    }

    /** Keeps what a viewer chose in the place of what was chosen before. */
    void choose(Viewer viewer, List<Tag> tags) {
        if (!viewer.profiled()) {
            throw Refusal.conflict(
                    "not-consented",
                    "You have not agreed to this",
                    "Let what you like be used to recommend first; then say what that is.");
        }
        var names = tags.stream().map(Tag::name).distinct().toList();
        if (names.size() > MOST) {
            throw Refusal.invalid("tags", "must be at most " + MOST);
        }
        if (names.isEmpty()) {
            store.remove(viewer.pseudonym());
            return;
        }
        store.keep(
                viewer.pseudonym(),
                names,
                viewer.signedIn() ? null : clock.instant().plus(COOKIE));
    }

    void forget(Viewer viewer) {
        store.remove(viewer.pseudonym());
    }

    /** A pseudonym ends with its consent and with its account. */
    @EventListener
    void retired(PseudonymRetired event) {
        store.remove(event.pseudonym());
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void expire() {
        store.expire(clock.instant(), AT_ONCE);
    }
}
