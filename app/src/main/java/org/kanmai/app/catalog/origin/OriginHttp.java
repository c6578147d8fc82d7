package org.kanmai.app.catalog.origin;

import java.time.Instant;
import java.util.List;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.origin.OriginStore.Batch;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ProductId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Records of where batches come from: anybody reads and checks them, merchants add to their own. */
@RestController
class OriginHttp {
    private final Origins origins;
    private final OriginStore store;
    private final Catalog catalog;

    OriginHttp(Origins origins, OriginStore store, Catalog catalog) {
        this.origins = origins;
        this.store = store;
        this.catalog = catalog;
    }

    /** A batch by its name. */
    record Named(String id, String name, Instant madeAt) {
        static Named of(Batch batch) {
            return new Named(Long.toString(batch.id()), batch.name(), batch.madeAt());
        }
    }

    /** The batches of a product, the newest first. */
    record Batches(List<Named> items) {}

    /** A batch to be. */
    record NewBatch(String name) {}

    /** What happened, where and when. */
    record Happened(OriginEntry.Kind kind, String spot, String words, Instant at) {}

    /**
     * A whole record.
     *
     * @param intact whether each entry is what was sealed onto the one before
     */
    record Trace(Named batch, ProductId product, String title, List<OriginEntry> entries, boolean intact) {}

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/products/{id}/batches")
    Batches list(@PathVariable ProductId id, Viewer viewer) {
        return new Batches(origins.of(viewer.self(), id).stream().map(Named::of).toList());
    }

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/products/{id}/batches")
    @ResponseStatus(HttpStatus.CREATED)
    Named begin(@PathVariable ProductId id, @RequestBody NewBatch wish, Viewer viewer) {
        return Named.of(origins.begin(viewer.self(), id, wish.name()));
    }

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/batches/{id}/entries")
    @ResponseStatus(HttpStatus.CREATED)
    Trace tell(@PathVariable String id, @RequestBody Happened what, Viewer viewer) {
        long batch = number(id);
        origins.tell(viewer.self(), batch, what.kind(), what.spot(), what.words(), what.at());
        return trace(id);
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/origins/{id}")
    Trace trace(@PathVariable String id) {
        var batch = store.find(number(id)).orElseThrow(() -> Refusal.notFound("batch"));
        var entries = store.entries(batch.id());
        var title = catalog.titles(List.of(batch.product())).getOrDefault(batch.product(), "");
        return new Trace(Named.of(batch), batch.product(), title, entries, intact(batch.id(), entries));
    }

    private static boolean intact(long batch, List<OriginEntry> entries) {
        var before = OriginEntry.NOTHING;
        int place = 0;
        for (var entry : entries) {
            if (entry.place() != ++place || !entry.follows(batch, before)) {
                return false;
            }
            before = entry.hash();
        }
        return true;
    }

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Refusal.notFound("batch");
        }
        return Long.parseLong(id);
    }
}
