package org.kanmai.app.live.asking;

import java.util.List;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.RoomId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Questions to the host; how they stand is heard through the room's socket. */
@RestController
class QuestionsHttp {
    private final Questions questions;
    private final Rooms rooms;

    QuestionsHttp(Questions questions, Rooms rooms) {
        this.questions = questions;
        this.rooms = rooms;
    }

    /** What somebody wants to know. */
    record Asked(String text) {}

    /** What is asked most. */
    record All(List<Questions.Shown> items) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/rooms/{id}/questions")
    All of(@PathVariable RoomId id) {
        if (rooms.find(id).isEmpty()) {
            throw Refusal.notFound("room");
        }
        return new All(questions.of(id));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/rooms/{id}/questions")
    @ResponseStatus(HttpStatus.CREATED)
    void ask(@PathVariable RoomId id, @RequestBody Asked asked, Viewer viewer) {
        questions.ask(viewer.self(), id, asked.text());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/rooms/{id}/questions/{question}/vote")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void vote(@PathVariable RoomId id, @PathVariable String question, Viewer viewer) {
        questions.vote(viewer.self(), id, number(question));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/me/rooms/{id}/questions/{question}/answered")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable RoomId id, @PathVariable String question, Viewer viewer) {
        questions.answer(viewer.self(), id, number(question));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/me/rooms/{id}/questions/{question}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hide(@PathVariable RoomId id, @PathVariable String question, Viewer viewer) {
        questions.hide(viewer.self(), id, number(question));
    }

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Refusal.notFound("question");
        }
        return Long.parseLong(id);
    }
}
