package org.kanmai.app.live.asking;

import java.util.List;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.RoomId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Polls of a room; how votes stand is heard through its socket. */
@RestController
class PollsHttp {
    private final Polls polls;
    private final Rooms rooms;

    PollsHttp(Polls polls, Rooms rooms) {
        this.polls = polls;
        this.rooms = rooms;
    }

    /** What a host asks, for how many seconds. */
    record Asked(String question, List<String> options, int seconds) {
        Asked {
            options = List.copyOf(options);
        }
    }

    /** Which option somebody chooses, from 0. */
    record Vote(int choice) {}

    /** The polls of a room. */
    record All(List<Polls.Shown> items) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/rooms/{id}/polls")
    All of(@PathVariable RoomId id) {
        if (rooms.find(id).isEmpty()) {
            throw Refusal.notFound("room");
        }
        return new All(polls.of(id));
    }

    @Allowed(Allowed.To.CREATOR)
    @PostMapping("/api/me/rooms/{id}/polls")
    @ResponseStatus(HttpStatus.CREATED)
    Polls.Shown begin(@PathVariable RoomId id, @RequestBody Asked asked, Viewer viewer) {
        return polls.begin(viewer.self(), id, asked.question(), asked.options(), asked.seconds());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/rooms/{id}/poll/vote")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void vote(@PathVariable RoomId id, @RequestBody Vote vote, Viewer viewer) {
        polls.vote(viewer.self(), id, vote.choice());
    }
}
