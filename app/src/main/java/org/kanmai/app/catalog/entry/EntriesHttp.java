package org.kanmai.app.catalog.entry;

import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.entry.EntryHttp.Opened;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Applications to sell here, for operators; each opening of one is a reading that its person sees. */
@RestController
@RequestMapping("/api/entries")
class EntriesHttp {
    private final Entries entries;
    private final EntryStore store;
    private final People people;

    EntriesHttp(Entries entries, EntryStore store, People people) {
        this.entries = entries;
        this.store = store;
        this.people = people;
    }

    /** One that waits, without what is sealed of it. */
    record Waiting(
            String id,
            @Nullable Person person,
            Entry.Kind kind,
            String goods,
            @Nullable Instant appliedAt) {}

    /** What an operator decides; a refusal needs a reason. */
    record Decision(@Nullable Boolean accept, @Nullable String reason) {}

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping
    Slice<Waiting> waiting(Paging paging) {
        var slice = Slice.of(store.waiting(paging), paging, Entry::id);
        var known = people.find(slice.items().stream().map(Entry::person).collect(Collectors.toSet()));
        return slice.map(entry -> new Waiting(
                Long.toString(entry.id()), known.get(entry.person()), entry.kind(), entry.goods(), entry.appliedAt()));
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/{id}")
    Opened one(@PathVariable String id, Viewer viewer) {
        var entry = entries.read(number(id), viewer.self());
        return Opened.of(entry, entries.wanted(entry));
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/{id}/papers/{place}")
    ResponseEntity<byte[]> paper(@PathVariable String id, @PathVariable String place, Viewer viewer) {
        int at = EntryHttp.place(place);
        return EntryHttp.jpeg(entries.paper(entries.read(number(id), viewer.self()), at));
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable String id, @RequestBody Decision decision, Viewer viewer) {
        if (decision.accept() == null) {
            throw Refusal.invalid("accept", "must be true or false");
        }
        entries.decide(number(id), viewer.self(), decision.accept(), decision.reason());
    }

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Refusal.notFound("application");
        }
        return Long.parseLong(id);
    }
}
