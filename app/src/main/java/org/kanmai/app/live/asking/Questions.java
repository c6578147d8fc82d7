package org.kanmai.app.live.asking;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.live.talk.Listeners;
import org.kanmai.app.live.talk.Manners;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people ask the host, those first that most want to know (CP-22). */
@Component
class Questions {
    private static final String QUESTIONS = "questions";
    private static final int LONGEST = 100;
    private static final int MOST_OPEN = 3;
    private static final int MOST_SHOWN = 20;

    private final QuestionStore store;
    private final Rooms rooms;
    private final Manners manners;
    private final People people;
    private final Listeners listeners;
    private final Ids ids;
    private final Clock clock;
    private Set<RoomId> told = Set.of();

    Questions(
            QuestionStore store,
            Rooms rooms,
            Manners manners,
            People people,
            Listeners listeners,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.rooms = rooms;
        this.manners = manners;
        this.people = people;
        this.listeners = listeners;
        this.ids = ids;
        this.clock = clock;
    }

    /** A question as everybody reads it. */
    record Shown(String id, @Nullable String name, String text, int votes, boolean answered) {}

    @Transactional
    public void ask(PersonId person, RoomId room, String text) {
        var words = text.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw Refusal.invalid("text", "must have 1-" + LONGEST + " characters");
        }
        manners.check(room, person, "text", words);
        if (store.open(room, person) >= MOST_OPEN) {
            throw Refusal.conflict(
                    "questions-wait", "Yours wait", "Three of your questions wait for an answer; let them first.");
        }
        store.add(new QuestionStore.Row(ids.next(), room, person, words, 0, clock.instant(), false));
    }

    @Transactional
    public void vote(PersonId person, RoomId room, long question) {
        if (!rooms.over(Set.of(room)).isEmpty()) {
            throw Refusal.conflict("room-over", "The room is over", "Nothing can be said in it any more.");
        }
        store.vote(room, question, person);
    }

    @Transactional
    public void answer(PersonId keeper, RoomId room, long question) {
        manners.keeping(keeper, room);
        if (!store.answer(room, question, clock.instant())) {
            throw Refusal.notFound("question");
        }
    }

    @Transactional
    public void hide(PersonId keeper, RoomId room, long question) {
        manners.keeping(keeper, room);
        if (!store.hide(room, question, clock.instant())) {
            throw Refusal.notFound("question");
        }
    }

    /** Returns what is asked most in a room. */
    List<Shown> of(RoomId room) {
        return shown(store.most(List.of(room), MOST_SHOWN));
    }

    private List<Shown> shown(List<QuestionStore.Row> rows) {
        var who = people.find(rows.stream().map(QuestionStore.Row::person).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new Shown(
                        Long.toString(row.id()), name(who.get(row.person())), row.text(), row.votes(), row.answered()))
                .toList();
    }

    private static @Nullable String name(@Nullable Person who) {
        return who == null ? null : who.name();
    }

    /** Tells rooms what is asked in them, when that has changed. */
    @Scheduled(fixedDelay = 700)
    synchronized void tick() {
        var heard = listeners.rooms();
        if (heard.isEmpty() && told.isEmpty()) {
            return;
        }
        var byRoom = store.most(heard, MOST_SHOWN).stream().collect(Collectors.groupingBy(QuestionStore.Row::room));
        byRoom.forEach((room, rows) -> listeners.stand(room, QUESTIONS, shown(rows)));
        var ended = new HashSet<>(told);
        ended.removeAll(byRoom.keySet());
        ended.forEach(room -> listeners.fall(room, QUESTIONS, List.<Shown>of()));
        told = Set.copyOf(byRoom.keySet());
    }

    @EventListener
    void erased(PersonErased event) {
        store.erase(event.person());
    }
}
