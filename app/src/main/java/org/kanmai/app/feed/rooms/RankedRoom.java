package org.kanmai.app.feed.rooms;

import java.util.List;
import org.kanmai.app.feed.scoring.Entry.Term;
import org.kanmai.app.live.rooms.RoomCards.Card;
import org.kanmai.facts.Binary;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.ServedItem;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;

/**
 * A room and by what it came to its place.
 *
 * @param terms what weighed, already weighted; their sum is the score
 */
public record RankedRoom(Card room, Source source, List<Term> terms) {
    public RankedRoom {
        terms = List.copyOf(terms);
    }

    /** Returns the sum of its terms. */
    public double score() {
        return terms.stream().mapToDouble(Term::value).sum();
    }

    /** Returns what the log says of it at a place of a page. */
    public ServedItem served(ExposureId exposure, int position) {
        return new ServedItem(
                exposure, Subject.room(room.id()), position, source, SlotKind.RANKED, 1, (float) score(), Binary.EMPTY);
    }
}
