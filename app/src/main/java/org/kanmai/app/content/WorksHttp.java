package org.kanmai.app.content;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kanmai.app.content.words.Facets;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.identity.People;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Code;
import org.kanmai.facts.Subject;
import org.kanmai.facts.WorkId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Works as everybody sees them. */
@RestController
class WorksHttp {
    private final Works works;
    private final WorkStore store;
    private final Showcase showcase;
    private final Governance governance;
    private final People people;

    WorksHttp(Works works, WorkStore store, Showcase showcase, Governance governance, People people) {
        this.works = works;
        this.store = store;
        this.showcase = showcase;
        this.governance = governance;
        this.people = people;
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/works/{id}")
    Work one(@PathVariable WorkId id, Viewer viewer) {
        if (!governance.mayShow(viewer, Subject.work(id))) {
            throw Refusal.notFound("work");
        }
        var row = store.find(id).orElseThrow(() -> Refusal.notFound("work"));
        return showcase.show(viewer, List.of(row)).stream().findFirst().orElseThrow(() -> Refusal.notFound("work"));
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/people/{handle}/works")
    Slice<Work> of(@PathVariable String handle, Paging paging, Viewer viewer) {
        var person = people.byHandle(handle).orElseThrow(() -> Refusal.notFound("person"));
        return shown(viewer, Slice.of(store.published(person.id(), paging), paging, WorkId::value));
    }

    /** A topic is a hashtag, or a facet as {@code scene:kitchen}. */
    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/topics/{hashtag}/works")
    Slice<Work> tagged(@PathVariable String hashtag, Paging paging, Viewer viewer) {
        var tag = hashtag.toLowerCase(Locale.ROOT);
        return shown(viewer, Slice.of(store.tagged(tag, paging), paging, WorkId::value));
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/facets")
    Choices facets() {
        return new Choices(codes(Facets.Scene.values()), codes(Facets.Style.values()), codes(Facets.Crowd.values()));
    }

    private Slice<Work> shown(Viewer viewer, Slice<WorkId> ids) {
        return new Slice<>(List.copyOf(works.visible(viewer, ids.items()).values()), ids.next());
    }

    private static List<String> codes(Code[] codes) {
        return Arrays.stream(codes).map(Code::code).toList();
    }

    /** What a creator may choose from. */
    record Choices(List<String> scene, List<String> style, List<String> crowd) {}
}
