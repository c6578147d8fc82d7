package org.kanmai.app.live.asking;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kanmai.app.governance.BannedWords;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.live.talk.Listeners;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a host asks everybody in a room: one vote a person, counted before all eyes (CP-22). */
@Component
class Polls {
    private static final String POLL = "poll";
    private static final int LONGEST_QUESTION = 60;
    private static final int LONGEST_OPTION = 30;
    private static final int FEWEST = 2;
    private static final int MOST = 6;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 600;
    private static final int MOST_SHOWN = 50;

    private final PollStore store;
    private final Rooms rooms;
    private final BannedWords banned;
    private final Listeners listeners;
    private final Ids ids;
    private final Clock clock;
    private Set<RoomId> told = Set.of();

    Polls(PollStore store, Rooms rooms, BannedWords banned, Listeners listeners, Ids ids, Clock clock) {
        this.store = store;
        this.rooms = rooms;
        this.banned = banned;
        this.listeners = listeners;
        this.ids = ids;
        this.clock = clock;
    }

    /** A poll and its votes as they stand. */
    record Shown(String id, String question, List<Option> options, Instant endsAt, boolean over) {}

    /** What can be chosen, and how many have. */
    record Option(String text, long votes) {}

    /** Begins a poll; a room has one at a time. */
    @Transactional
    public Shown begin(PersonId host, RoomId room, String question, List<String> options, int seconds) {
        var asked = words("question", question, LONGEST_QUESTION);
        var choices = options.stream()
                .map(option -> words("options", option, LONGEST_OPTION))
                .toList();
        if (choices.size() < FEWEST || choices.size() > MOST || new HashSet<>(choices).size() < choices.size()) {
            throw Refusal.invalid("options", "must be 2-6, each once");
        }
        if (seconds < SHORTEST || seconds > LONGEST) {
            throw Refusal.invalid("seconds", "must be 10-600");
        }
        rooms.running(host, room);
        rooms.lock(room);
        var now = clock.instant();
        if (!store.endingAfter(List.of(room), now, 1).isEmpty()) {
            throw Refusal.conflict(
                    "poll-runs", "One is on", "Ask one thing after the other; wait for the end of this.");
        }
        var poll = new PollStore.Row(ids.next(), room, asked, choices, now, now.plusSeconds(seconds));
        store.add(poll);
        return shown(List.of(poll)).getFirst();
    }

    private String words(String field, String text, int longest) {
        var words = text.strip();
        if (words.isEmpty() || words.length() > longest || !banned.in(words).isEmpty()) {
            throw Refusal.invalid(field, "must have 1-" + longest + " characters and no words that are not allowed");
        }
        return words;
    }

    private List<Shown> shown(List<PollStore.Row> polls) {
        var votes = store.votes(polls);
        var now = clock.instant();
        return polls.stream()
                .map(poll -> new Shown(
                        Long.toString(poll.id()),
                        poll.question(),
                        IntStream.range(0, poll.options().size())
                                .mapToObj(place -> new Option(
                                        poll.options().get(place),
                                        Objects.requireNonNull(votes.get(poll.id()))
                                                .get(place)))
                                .toList(),
                        poll.endsAt(),
                        !poll.endsAt().isAfter(now)))
                .toList();
    }

    /** Counts a vote in the poll that is on. */
    @Transactional
    public void vote(PersonId person, RoomId room, int choice) {
        var now = clock.instant();
        var poll = store.endingAfter(List.of(room), now, 1).stream()
                .filter(each -> rooms.over(Set.of(room)).isEmpty())
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("poll-over", "It is over", "No vote is counted any more."));
        if (choice < 0 || choice >= poll.options().size()) {
            throw Refusal.invalid("choice", "must be one of the options, from 0");
        }
        if (!store.vote(poll.id(), person, choice, now)) {
            throw Refusal.conflict("voted", "You have voted", "A person has one vote.");
        }
    }

    /** Returns the polls of a room, the newest first. */
    List<Shown> of(RoomId room) {
        return shown(store.endingAfter(List.of(room), Instant.EPOCH, MOST_SHOWN));
    }

    /** Tells rooms how votes stand when that has changed, and how they stood in the end. */
    @Scheduled(fixedDelay = 500)
    synchronized void tick() {
        var heard = listeners.rooms();
        if (heard.isEmpty() && told.isEmpty()) {
            return;
        }
        var running = store.endingAfter(heard, clock.instant(), Integer.MAX_VALUE);
        var shown = shown(running);
        for (int place = 0; place < running.size(); place++) {
            listeners.stand(running.get(place).room(), POLL, shown.get(place));
        }
        var now = running.stream().map(PollStore.Row::room).collect(Collectors.toSet());
        var ended = new HashSet<>(told);
        ended.removeAll(now);
        ended.forEach(room -> of(room).stream().findFirst().ifPresent(last -> listeners.fall(room, POLL, last)));
        told = Set.copyOf(now);
    }

    @EventListener
    void erased(PersonErased event) {
        store.erase(event.person());
    }
}
