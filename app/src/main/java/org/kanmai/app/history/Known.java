package org.kanmai.app.history;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.kanmai.app.catalog.Offer;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.identity.settlers.Settler;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.SkuId;
import org.kanmai.facts.WorkId;

/**
 * What this world knows of those who appear in a part of the past; whoever it does not know is refused.
 *
 * @param products what each work shows
 * @param now nothing that is told may be later
 */
record Known(
        Map<PersonId, Settler> settlers,
        Map<WorkId, Candidate> works,
        Map<WorkId, Set<ProductId>> products,
        Map<SkuId, Offer> offers,
        Instant now) {

    Settler settler(PersonId person) {
        var settler = settlers.get(person);
        if (settler == null) {
            throw Refusal.invalid("viewer", "is nobody who settled: " + person);
        }
        return settler;
    }

    Candidate work(WorkId id) {
        var work = works.get(id);
        if (work == null) {
            throw Refusal.invalid("work", "is none that everybody may see: " + id);
        }
        return work;
    }

    ProductId product(WorkId work, ProductId product) {
        if (!products.getOrDefault(work, Set.of()).contains(product)) {
            throw Refusal.invalid("product", "is not shown by the work: " + product);
        }
        return product;
    }

    Offer offer(SkuId sku, ProductId product) {
        var offer = offers.get(sku);
        if (offer == null || !offer.product().equals(product)) {
            throw Refusal.invalid("sku", "is no variant of the product: " + sku);
        }
        return offer;
    }

    /** Returns an instant that lies between the page and now. */
    Instant after(Instant at, long millis, long most) {
        if (millis < 0 || millis > most) {
            throw Refusal.invalid("after", "must be 0-" + most);
        }
        var then = at.plusMillis(millis);
        if (then.isAfter(now)) {
            throw Refusal.invalid("after", "must not be in the future");
        }
        return then;
    }
}
