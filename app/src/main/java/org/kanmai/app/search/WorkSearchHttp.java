package org.kanmai.app.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.Work;
import org.kanmai.app.content.Works;
import org.kanmai.app.identity.People;
import org.kanmai.app.search.ProductFinding.Term;
import org.kanmai.app.search.WorkFinding.Hit;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.PageId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Subject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search among works over HTTP: in the order in which they fit, without those of people whom the viewer has blocked. */
@RestController
class WorkSearchHttp {
    private static final int LARGEST = 50;

    private final WorkCopies copies;
    private final Works works;
    private final People people;
    private final SearchPages pages;

    WorkSearchHttp(WorkCopies copies, Works works, People people, SearchPages pages) {
        this.copies = copies;
        this.works = works;
        this.people = people;
        this.pages = pages;
    }

    /**
     * Part of a list.
     *
     * @param complete false while the index is being made, and more may be found later
     */
    record Page(
            PageId page,
            List<Item> items,
            boolean complete,
            @Nullable String next,
            String signature,
            String key) {}

    /** One result: {@code token} proves its exposure, {@code marked} are the parts of its title that were asked for. */
    record Item(ExposureId exposure, String token, int position, Work work, List<Marked> marked, List<Term> why) {}

    private record Result(Hit hit, Work work) {
        SearchPages.Shown shown() {
            return new SearchPages.Shown(Subject.work(work.id()), hit.place(), why(), work.durationMillis());
        }

        List<Term> why() {
            return List.of(new Term("words", hit.place()));
        }
    }

    /** Searches among published works. */
    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/search/works")
    Page works(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit,
            Viewer viewer) {
        if (limit < 1 || limit > LARGEST) {
            throw Refusal.invalid("limit", "must be 1-" + LARGEST);
        }
        var words = ProductWish.words(q);
        var after = cursor == null ? null : ProductWish.After.of(cursor);
        boolean complete = copies.isComplete();
        var left = copies.index().look(searcher -> WorkFinding.find(searcher, words)).stream()
                .filter(hit ->
                        after == null || after.isBefore(hit.place(), hit.work().value()))
                .toList();
        var part = left.subList(0, Math.min(limit, left.size()));
        var next = part.size() == left.size() ? null : part.getLast().after().cursor();
        return page(visible(part, viewer), words, complete, next, viewer);
    }

    private List<Result> visible(List<Hit> hits, Viewer viewer) {
        var person = viewer.person();
        Set<PersonId> blocked = person == null ? Set.of() : people.blocked(person);
        var shown = works.visible(viewer, hits.stream().map(Hit::work).toList());
        var results = new ArrayList<Result>();
        for (var hit : hits) {
            var work = shown.get(hit.work());
            if (work != null && !blocked.contains(work.creator().id())) {
                results.add(new Result(hit, work));
            }
        }
        return results;
    }

    private Page page(List<Result> results, List<Cut> words, boolean complete, @Nullable String next, Viewer viewer) {
        var told = pages.tell(viewer, results.stream().map(Result::shown).toList());
        var items = new ArrayList<Item>();
        for (var result : results) {
            int position = items.size();
            items.add(new Item(
                    told.served().items().get(position).exposure(),
                    told.proof().tokens().get(position),
                    position,
                    result.work(),
                    Marked.in(result.work().title(), words),
                    result.why()));
        }
        return new Page(
                told.served().page(),
                items,
                complete,
                next,
                told.proof().signature(),
                told.proof().key());
    }
}
