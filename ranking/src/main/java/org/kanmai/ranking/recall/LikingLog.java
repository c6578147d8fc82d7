package org.kanmai.ranking.recall;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import org.kanmai.facts.ConsentChanged;
import org.kanmai.facts.Fact;
import org.kanmai.facts.PseudonymRetired;
import org.kanmai.facts.Purpose;
import org.kanmai.facts.Served;
import org.kanmai.ranking.LikedWorks;

/**
 * Who likes which work, as a log tells it: of viewers who let behaviour be used, from then on and for as long as they do. It holds
 * the newest; of viewers that it has not met for the longest it knows nothing any more. For one thread.
 */
public final class LikingLog {
    private static final int MOST_VIEWERS = 1_000_000;

    private final int most;
    private final LinkedHashMap<Long, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private final LinkedHashSet<Liking> likings = new LinkedHashSet<>();
    private long changes;

    /** Holds at most so many likings. */
    public LikingLog(int most) {
        this.most = most;
    }

    private record Liking(long viewer, long work) {}

    /** Whether behaviour may be used, and since when. */
    private record Answer(long at, boolean given) {
        static final Answer NONE = new Answer(Long.MIN_VALUE, false);
    }

    /** Takes the next fact. */
    public void take(Fact fact) {
        if (fact instanceof Fact.OfSubject about) {
            learn(about);
        } else if (fact instanceof Served page && page.stratum() > 0) {
            show(page);
        } else if (fact instanceof ConsentChanged changed && changed.purpose() == Purpose.BEHAVIOUR) {
            answer(changed.pseudonym().value(), new Answer(changed.at().toEpochMilli(), changed.given()));
        } else if (fact instanceof PseudonymRetired gone) {
            answer(gone.pseudonym().value(), new Answer(Long.MAX_VALUE, false));
        }
    }

    /** A page that was put together by what its viewer did shows a consent that no fact may tell of. */
    private void show(Served page) {
        answers.putIfAbsent(page.pseudonym().value(), new Answer(page.at().toEpochMilli(), true));
        bound();
    }

    private void answer(long viewer, Answer answer) {
        if (answer.at() < answers.getOrDefault(viewer, Answer.NONE).at()) {
            return;
        }
        answers.put(viewer, answer);
        bound();
        if (!answer.given()) {
            forget(viewer);
        }
    }

    private void bound() {
        while (answers.size() > MOST_VIEWERS) {
            forget(answers.pollFirstEntry().getKey());
        }
    }

    private void forget(long viewer) {
        if (likings.removeIf(liking -> liking.viewer() == viewer)) {
            changes++;
        }
    }

    private void learn(Fact.OfSubject fact) {
        long viewer = fact.pseudonym().value();
        var answer = answers.getOrDefault(viewer, Answer.NONE);
        if (answer.given() && fact.at().toEpochMilli() >= answer.at()) {
            LikedWorks.of(fact).ifPresent(said -> learn(viewer, said));
        }
    }

    private void learn(long viewer, LikedWorks.Entry said) {
        var liking = new Liking(viewer, said.work().value());
        if (said.stands() ? likings.add(liking) : likings.remove(liking)) {
            changes++;
        }
        if (likings.size() > most) {
            likings.removeFirst();
        }
    }

    /** Returns how often what it holds has changed. */
    public long changes() {
        return changes;
    }

    /** Returns how many likings it holds. */
    public int size() {
        return likings.size();
    }

    /** Returns what it holds now, in the order in which it came. */
    public Interactions interactions() {
        var now = new Interactions(Math.max(1, likings.size()));
        likings.forEach(liking -> now.add(liking.viewer(), liking.work()));
        return now;
    }
}
