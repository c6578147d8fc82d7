package org.kanmai.app.feed.rooms;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.content.Works;
import org.kanmai.app.feed.scoring.Situation;
import org.kanmai.app.live.board.Boards;
import org.kanmai.app.live.rooms.RoomCards;
import org.kanmai.app.live.rooms.RoomCards.Card;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.Source;
import org.kanmai.facts.Surface;
import org.kanmai.ranking.rooms.RoomBoard;
import org.springframework.stereotype.Component;

/** Chooses live rooms for a viewer, the best first. */
@Component
public class LiveRooms {
    private static final int MINUTE = 60;
    private static final int WORKS_OF_HOST = 10;

    private final RoomCards cards;
    private final Boards boards;
    private final Works works;

    LiveRooms(RoomCards cards, Boards boards, Works works) {
        this.cards = cards;
        this.boards = boards;
        this.works = works;
    }

    /** Returns at most so many rooms that have a picture now; never one's own, nor of whom one blocked or who blocked one. */
    public List<RankedRoom> choose(Situation situation, int most) {
        if (most == 0) {
            return List.of();
        }
        var showing = cards.showing().stream()
                .filter(card -> mayMeet(situation, card.host().id()))
                .toList();
        var known = boards.of(showing.stream().map(Card::id).toList());
        return showing.stream()
                .map(card -> ranked(situation, card, known))
                .sorted(Comparator.comparingDouble(RankedRoom::score).reversed())
                .limit(most)
                .toList();
    }

    /** Returns a room that somebody asked for by its address; empty when it is over. */
    public Optional<RankedRoom> open(RoomId id) {
        return cards.find(id).map(card -> new RankedRoom(card, Source.DIRECT, List.of()));
    }

    private static boolean mayMeet(Situation situation, PersonId host) {
        boolean wanted =
                situation.surface() != Surface.FOLLOWING || situation.followed().contains(host);
        return wanted && !situation.viewer().is(host) && !situation.blocked().contains(host);
    }

    /** Of a viewer who has not agreed to be profiled neither follows nor interests are known here. */
    private RankedRoom ranked(Situation situation, Card card, Map<RoomId, RoomBoard> known) {
        var host = card.host().id();
        var now = situation.now();
        long heat =
                known.getOrDefault(card.id(), RoomBoard.NONE).last(now, MINUTE).entered();
        boolean followed = situation.audience().followed().contains(host);
        double affinity = situation.taste().affinity(host, tags(host));
        return new RankedRoom(card, Source.LIVE, RoomRanking.terms(followed, affinity, heat, card.begunAt(), now));
    }

    private Set<String> tags(PersonId host) {
        var tags = new HashSet<String>();
        works.of(List.of(host), WORKS_OF_HOST).stream().map(Candidate::tags).forEach(tags::addAll);
        return tags;
    }
}
