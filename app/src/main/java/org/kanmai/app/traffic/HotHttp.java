package org.kanmai.app.traffic;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.Works;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.traffic.TrafficHttp.PoolLine;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operators' desk for going hot: who waits, what is decided, and what was. */
@RestController
class HotHttp {
    private static final int WAITING = 50;
    private static final int LONGEST_NOTE = 500;

    private final HotDesk desk;
    private final Works works;
    private final People people;

    HotHttp(HotDesk desk, Works works, People people) {
        this.desk = desk;
        this.works = works;
        this.people = people;
    }

    /** A decision about going hot; the note says why. */
    record HotDecision(boolean letGo, String note) {}

    /** A decision that was made; {@code by} is absent once that person was erased. */
    record HotDecided(
            WorkId work,
            String title,
            boolean letGo,
            String note,
            @Nullable String by,
            Instant at) {}

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/traffic/hot")
    List<PoolLine> hot() {
        return PoolLine.of(desk.waiting(WAITING), works);
    }

    /** All decisions so far, or those about one work, the newest first. */
    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/traffic/hot/decisions")
    Slice<HotDecided> decided(@RequestParam(required = false) @Nullable WorkId work, Paging paging) {
        var slice = desk.decided(work, paging);
        var titles =
                works.titles(slice.items().stream().map(HotStore.Kept::work).collect(Collectors.toSet()));
        var names = people.find(slice.items().stream()
                .flatMap(each -> Stream.ofNullable(each.reviewer()))
                .collect(Collectors.toSet()));
        return slice.map(each -> new HotDecided(
                each.work(),
                titles.getOrDefault(each.work(), ""),
                each.letGo(),
                each.note(),
                name(each.reviewer(), names),
                each.at()));
    }

    private static @Nullable String name(@Nullable PersonId reviewer, Map<PersonId, Person> names) {
        var person = reviewer == null ? null : names.get(reviewer);
        return person == null ? null : person.name();
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/traffic/hot/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable WorkId id, @RequestBody HotDecision decision, Viewer viewer) {
        var note = decision.note() == null ? "" : decision.note().strip();
        if (note.isEmpty() || note.length() > LONGEST_NOTE) {
            throw Refusal.invalid("note", "must have 1-" + LONGEST_NOTE + " characters");
        }
        desk.decide(viewer.self(), id, decision.letGo(), note);
    }
}
