package org.kanmai.app.content;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.words.Facets;
import org.kanmai.app.content.words.Words;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.WorkId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A creator's own works. */
@RestController
class OwnWorksHttp {
    private final Studio studio;
    private final OwnWorks own;
    private final WorkStore store;

    OwnWorksHttp(Studio studio, OwnWorks own, WorkStore store) {
        this.studio = studio;
        this.own = own;
        this.store = store;
    }

    @Allowed(Allowed.To.CREATOR)
    @PostMapping("/api/works")
    @ResponseStatus(HttpStatus.CREATED)
    OwnWork make(@RequestBody NewWork wish, Viewer viewer) {
        var plan = wish.plan();
        var id = Boolean.TRUE.equals(wish.draft())
                ? studio.draft(viewer.self(), plan)
                : studio.publish(viewer.self(), plan);
        return one(id, viewer);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/works")
    Slice<OwnWork> list(@RequestParam(required = false) WorkRow.@Nullable State state, Paging paging, Viewer viewer) {
        return own.list(viewer, state, paging);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/works/{id}")
    OwnWork one(@PathVariable WorkId id, Viewer viewer) {
        var row = store.find(id)
                .filter(work -> viewer.self().equals(work.creator()))
                .orElseThrow(() -> Refusal.notFound("work"));
        return own.shown(viewer, List.of(row)).getFirst();
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PatchMapping("/api/me/works/{id}")
    OwnWork edit(@PathVariable WorkId id, @RequestBody Edit wish, Viewer viewer) {
        var now = one(id, viewer);
        studio.edit(viewer.self(), id, wish.change(now));
        return one(id, viewer);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/me/works/{id}/submission")
    OwnWork submit(@PathVariable WorkId id, Viewer viewer) {
        studio.submit(viewer.self(), id);
        return one(id, viewer);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/me/works/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeDown(@PathVariable WorkId id, Viewer viewer) {
        studio.takeDown(viewer.self(), id);
    }

    /**
     * A work to be made.
     *
     * @param cover which of the film's covers, from 1; 0 or absent for the best
     * @param draft whether it waits for its creator instead of going to review
     */
    record NewWork(
            String upload,
            String title,
            @Nullable String description,
            @Nullable List<String> hashtags,
            @Nullable String scene,
            @Nullable String style,
            @Nullable String crowd,
            @Nullable Integer cover,
            @Nullable Boolean downloadable,
            @Nullable Boolean draft) {

        Studio.Plan plan() {
            return new Studio.Plan(
                    upload,
                    Words.parse(title, description, hashtags),
                    Facets.parse(scene, style, crowd),
                    cover == null ? 0 : cover,
                    Boolean.TRUE.equals(downloadable));
        }
    }

    /** What is to be different: absent parts stay as they are, an empty facet is left open. */
    record Edit(
            @Nullable String title,
            @Nullable String description,
            @Nullable List<String> hashtags,
            @Nullable String scene,
            @Nullable String style,
            @Nullable String crowd,
            @Nullable Integer cover,
            @Nullable Boolean downloadable) {

        Studio.Change change(OwnWork now) {
            return new Studio.Change(words(now), facets(now.work()), cover, downloadable);
        }

        private @Nullable Words words(OwnWork now) {
            if (title == null && description == null && hashtags == null) {
                return null;
            }
            var work = now.work();
            var base = now.pending() == null
                    ? new OwnWork.Pending(work.title(), work.description(), work.hashtags())
                    : now.pending();
            return Words.parse(
                    title == null ? base.title() : title,
                    description == null ? base.description() : description,
                    hashtags == null ? base.hashtags() : hashtags);
        }

        private Facets facets(Work work) {
            return Facets.parse(
                    scene == null ? work.scene() : scene,
                    style == null ? work.style() : style,
                    crowd == null ? work.crowd() : crowd);
        }
    }
}
