package org.kanmai.app.live.moderation;

import java.time.Clock;
import java.util.List;
import org.kanmai.app.governance.Violation;
import org.kanmai.app.live.moderation.Measure.Answer;
import org.kanmai.app.live.moderation.Measure.Step;
import org.kanmai.app.live.rooms.Room;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Warns a host, mutes a room's goods, or cuts it; its host is told why and may appeal once, which another operator answers.
 *
 * <p>Transactions lock a measure before its room.
 */
@Component
class Measures {
    private static final int SHORTEST = 2;
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_APPEAL = 1_000;

    private final MeasureStore store;
    private final Rooms rooms;
    private final Notices notices;
    private final Ids ids;
    private final Clock clock;

    Measures(MeasureStore store, Rooms rooms, Notices notices, Ids ids, Clock clock) {
        this.store = store;
        this.rooms = rooms;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    /** Does something about a room that is not over, and tells its host. */
    @Transactional
    public Measure take(PersonId operator, RoomId id, Step step, Violation violation, String note) {
        var room = rooms.find(id).orElseThrow(() -> Refusal.notFound("room"));
        if (operator.equals(room.host())) {
            throw new Refusal(HttpStatus.FORBIDDEN, "own-room", "This is yours", "Another operator has to decide.");
        }
        var measure = new Measure(
                ids.next(),
                id,
                step,
                violation,
                words("note", note, LONGEST_NOTE),
                operator,
                clock.instant(),
                null,
                null);
        store.add(measure);
        carryOut(room, measure);
        notices.tell(telling(room, measure, NoticeKind.ROOM_MEASURE, "taken").with("step", step.code()));
        return measure;
    }

    private void carryOut(Room room, Measure measure) {
        if (room.state().over()) {
            throw Rooms.over();
        }
        switch (measure.step()) {
            case WARN -> {}
            case MUTE_GOODS -> {
                if (!store.muteGoods(room.id(), measure.takenAt())) {
                    throw Refusal.conflict("goods-muted", "Nothing is sold there", "Its goods are muted already.");
                }
            }
            case CUT -> rooms.cut(measure.takenBy(), room.id(), measure.note());
        }
    }

    /** Takes a host's appeal against what was done about a room of theirs, once. */
    @Transactional
    public Measure appeal(PersonId host, RoomId room, long id, String appeal) {
        var measure = find(id);
        if (!measure.room().equals(room) || !isHost(host, measure)) {
            throw Refusal.notFound("measure");
        }
        if (!store.appeal(id, words("words", appeal, LONGEST_APPEAL), clock.instant())) {
            throw Refusal.conflict("appealed", "Appealed already", "There is one appeal.");
        }
        return find(id);
    }

    /** Answers an appeal: it is upheld, or lifted with what followed from it; whoever took the measure has no say. */
    @Transactional
    public Measure answer(PersonId operator, long id, boolean upheld, String answer) {
        var measure = find(id);
        if (operator.equals(measure.takenBy()) || isHost(operator, measure)) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN, "own-measure", "This is yours", "Another operator has to answer the appeal.");
        }
        var words = words("note", answer, LONGEST_NOTE);
        if (!store.answer(id, new Answer(operator, clock.instant(), upheld, words))) {
            throw Refusal.conflict("no-appeal", "Nothing to answer", "Nobody appealed, or it was answered already.");
        }
        if (!upheld && measure.step() == Step.MUTE_GOODS) {
            store.muteGoods(measure.room(), null);
        }
        var room = rooms.find(measure.room()).orElseThrow();
        notices.tell(telling(room, measure, NoticeKind.ROOM_APPEAL_ANSWERED, "answered")
                .with("outcome", upheld ? "upheld" : "lifted"));
        return find(id);
    }

    List<Measure> appealed() {
        return store.appealed();
    }

    private boolean isHost(PersonId person, Measure measure) {
        return rooms.find(measure.room())
                .filter(room -> room.host().equals(person))
                .isPresent();
    }

    private Measure find(long id) {
        return store.find(id).orElseThrow(() -> Refusal.notFound("measure"));
    }

    private static Telling telling(Room room, Measure measure, NoticeKind kind, String what) {
        var about = new NoticeSubject(NoticeSubject.Kind.ROOM, room.id().value());
        return Telling.of(room.host(), kind, about, "room-measure:" + measure.id() + ":" + what)
                .with("violation", measure.violation().code());
    }

    private static String words(String field, String text, int longest) {
        var words = text.strip();
        if (words.length() < SHORTEST || words.length() > longest) {
            throw Refusal.invalid(field, "must have " + SHORTEST + "-" + longest + " characters");
        }
        return words;
    }
}
