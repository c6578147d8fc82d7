package org.kanmai.app.history;

import java.time.Instant;
import java.util.List;
import org.kanmai.app.identity.settlers.Settlers.Newcomer;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** An operator's import of a demo world's past. */
@RestController
class HistoryHttp {
    private static final int MOST_PEOPLE = 500;
    private static final int MOST_PAGES = 200;
    private static final int LONGEST_KEY = 100;

    private final History history;

    HistoryHttp(History history) {
        this.history = history;
    }

    /** People who settle. */
    record People(List<Newcomer> people) {
        People {
            people = List.copyOf(people);
        }
    }

    /** Who settled, in the order in which they were sent. */
    record Settled(List<One> people) {
        /** Somebody who settled. */
        record One(String handle, PersonId id, Instant joinedAt) {}
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/imports/history/people")
    Settled settle(@RequestBody People body, Viewer viewer) {
        within("people", body.people, MOST_PEOPLE);
        return new Settled(history.settle(body.people).stream()
                .map(each -> new Settled.One(each.handle(), each.person(), each.joinedAt()))
                .toList());
    }

    /** Pages that belong together; {@code key} is the caller's, so that what is sent again is taken once. */
    record Pages(String key, List<PastPage> pages) {
        Pages {
            pages = List.copyOf(pages);
        }
    }

    /** What was taken; nothing of it when it had been taken before. */
    record Taken(boolean repeated, int facts, int orders) {}

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/imports/history/pages")
    Taken take(@RequestBody Pages body, Viewer viewer) {
        within("pages", body.pages, MOST_PAGES);
        if (body.key.isBlank() || body.key.length() > LONGEST_KEY) {
            throw Refusal.invalid("key", "must have 1-" + LONGEST_KEY + " characters");
        }
        return history.take(body.key, body.pages);
    }

    /** Whether a part of the past was taken. */
    record Part(String key) {}

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/imports/history/pages/{key}")
    Part part(@PathVariable String key, Viewer viewer) {
        if (!history.has(key)) {
            throw Refusal.notFound("part");
        }
        return new Part(key);
    }

    private static void within(String field, List<?> items, int most) {
        if (items.isEmpty() || items.size() > most) {
            throw Refusal.invalid(field, "must be 1-" + most);
        }
    }
}
