package org.kanmai.app.affiliate.samples;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.affiliate.samples.Sample.Parcel;
import org.kanmai.app.affiliate.samples.Sample.State;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.identity.People;
import org.kanmai.app.trade.addresses.Place;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.WorkId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Samples, as creators ask for them and as shops answer. */
@RestController
class SamplesHttp {
    private static final int LONGEST = 200;

    private final Samples samples;
    private final SampleStore store;
    private final Catalog catalog;
    private final Shops shops;
    private final People people;
    private final Clock clock;

    SamplesHttp(Samples samples, SampleStore store, Catalog catalog, Shops shops, People people, Clock clock) {
        this.samples = samples;
        this.store = store;
        this.catalog = catalog;
        this.shops = shops;
        this.people = people;
        this.clock = clock;
    }

    /** What a creator asks for, to be sent to one of their addresses. */
    record Asked(
            ProductId product, String address, @Nullable String words) {}

    /** The work that shows it. */
    record Publication(WorkId work) {}

    /** What a shop says to it; a refusal has a reason. */
    record Answer(boolean accepted, @Nullable String reason) {}

    /** Who brings it, under which number. */
    record Shipment(String carrier, String number) {}

    /** The creator; absent once that person is gone. */
    record Creator(String handle, String name) {}

    /** A sample as both sides see it; {@code overdue} when no work shows it although its time is over. */
    record Shown(
            String id,
            ProductId product,
            String title,
            State state,
            String words,
            @Nullable String reason,
            @Nullable Parcel parcel,
            Instant askedAt,
            @Nullable Instant sentAt,
            @Nullable Instant publishBy,
            @Nullable WorkId work,
            boolean overdue,
            @Nullable Creator creator) {}

    @Allowed(Allowed.To.CREATOR)
    @PostMapping("/api/me/samples")
    @ResponseStatus(HttpStatus.CREATED)
    Shown ask(@RequestBody Asked wish, Viewer viewer) {
        var words = wish.words() == null ? "" : text("words", wish.words(), 0);
        if (!wish.address().matches("[0-9]{1,18}")) {
            throw Refusal.invalid("address", "must be one of your addresses");
        }
        return shown(samples.ask(viewer.self(), wish.product(), Long.parseLong(wish.address()), words));
    }

    @Allowed(Allowed.To.CREATOR)
    @GetMapping("/api/me/samples")
    Slice<Shown> own(Paging paging, Viewer viewer) {
        return shown(Slice.of(store.of(viewer.self(), paging), paging, Sample::id));
    }

    @Allowed(Allowed.To.CREATOR)
    @DeleteMapping("/api/me/samples/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id, Viewer viewer) {
        samples.withdraw(viewer.self(), number(id));
    }

    @Allowed(Allowed.To.CREATOR)
    @PutMapping("/api/me/samples/{id}/work")
    Shown publish(@PathVariable String id, @RequestBody Publication wish, Viewer viewer) {
        return shown(samples.publish(viewer.self(), number(id), wish.work()));
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/samples")
    Slice<Shown> ofShop(Paging paging, Viewer viewer) {
        var shop = shops.of(viewer.self()).orElseThrow(() -> Refusal.notFound("shop"));
        return shown(Slice.of(store.of(shop.id(), paging), paging, Sample::id));
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/samples/{id}/address")
    Place place(@PathVariable String id, Viewer viewer) {
        return samples.place(viewer.self(), number(id));
    }

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/shop/samples/{id}/answer")
    Shown answer(@PathVariable String id, @RequestBody Answer answer, Viewer viewer) {
        if (answer.accepted()) {
            return shown(samples.accept(viewer.self(), number(id)));
        }
        var reason = text("reason", answer.reason() == null ? "" : answer.reason(), 1);
        return shown(samples.refuse(viewer.self(), number(id), reason));
    }

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/shop/samples/{id}/shipment")
    Shown send(@PathVariable String id, @RequestBody Shipment shipment, Viewer viewer) {
        var parcel = new Parcel(text("carrier", shipment.carrier(), 1, 30), text("number", shipment.number(), 4, 40));
        return shown(samples.send(viewer.self(), number(id), parcel));
    }

    private Shown shown(Sample sample) {
        return shown(new Slice<>(List.of(sample), null)).items().getFirst();
    }

    private Slice<Shown> shown(Slice<Sample> slice) {
        var titles = catalog.titles(slice.items().stream().map(Sample::product).collect(Collectors.toSet()));
        var creators = people.find(slice.items().stream().map(Sample::creator).collect(Collectors.toSet()));
        var now = clock.instant();
        return slice.map(sample -> {
            var creator = creators.get(sample.creator());
            return new Shown(
                    Long.toString(sample.id()),
                    sample.product(),
                    titles.getOrDefault(sample.product(), ""),
                    sample.state(),
                    sample.words(),
                    sample.reason(),
                    sample.parcel(),
                    sample.askedAt(),
                    sample.sentAt(),
                    sample.publishBy(),
                    sample.work(),
                    sample.isOverdue(now),
                    creator == null ? null : new Creator(creator.handle(), creator.name()));
        });
    }

    private static String text(String field, String sent, int shortest) {
        return text(field, sent, shortest, LONGEST);
    }

    private static String text(String field, String sent, int shortest, int longest) {
        var text = sent.strip();
        int length = text.codePointCount(0, text.length());
        if (length < shortest || length > longest || text.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid(field, "must have " + shortest + "-" + longest + " characters");
        }
        return text;
    }

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Refusal.notFound("sample");
        }
        return Long.parseLong(id);
    }
}
