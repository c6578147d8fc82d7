package org.kanmai.app.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.conversation.PastTalk;
import org.kanmai.app.identity.settlers.Deed;
import org.kanmai.app.identity.settlers.Settler;
import org.kanmai.app.identity.settlers.Settlers;
import org.kanmai.app.river.Chronicle;
import org.kanmai.app.trade.past.Purchase;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Channel;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Opened;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PageId;
import org.kanmai.facts.PastIds;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.Served;
import org.kanmai.facts.ServedItem;
import org.kanmai.facts.Shared;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.Target;
import org.kanmai.facts.Terms;
import org.kanmai.facts.Watched;

/** Tells one page of the past: that it was served, on which terms each item came into sight, and what followed. */
final class Retelling {
    private static final int MOST_ITEMS = 10;
    private static final int MOST_ACTS = 10;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    /** The rules of this site had no hand in it. */
    private static final int POLICY = 0;

    private final PastPage page;
    private final Known known;
    private final PastIds ids;
    private final Telling telling;
    private final Settler viewer;

    Retelling(PastPage page, Known known, PastIds ids, Telling telling) {
        this.page = page;
        this.known = known;
        this.ids = ids;
        this.telling = telling;
        this.viewer = known.settler(page.viewer());
    }

    void tell() {
        check();
        var served = served();
        telling.facts().add(served);
        for (int place = 0; place < page.items().size(); place++) {
            item(page.items().get(place), served.terms(place));
        }
    }

    private void check() {
        if (page.items().isEmpty() || page.items().size() > MOST_ITEMS) {
            throw Refusal.invalid("items", "must be 1-" + MOST_ITEMS);
        }
        if (page.stratum() < 2 || page.stratum() > 4) {
            throw Refusal.invalid("stratum", "must be 2-4");
        }
        if (page.at().isBefore(viewer.joinedAt()) || page.at().isAfter(known.now())) {
            throw Refusal.invalid("at", "must be between the viewer's first day and now");
        }
        var works = new HashSet<>();
        for (var item : page.items()) {
            check(item);
            if (!works.add(item.work())) {
                throw Refusal.invalid("work", "must be on the page once: " + item.work());
            }
        }
    }

    private void check(PastPage.Item item) {
        if (known.work(item.work()).publishedAt().isAfter(page.at())) {
            throw Refusal.invalid("at", "must not be before the work was published: " + item.work());
        }
        boolean certain = item.slot() == SlotKind.RANKED;
        if (!(item.propensity() > 0 && item.propensity() <= 1) || (certain && item.propensity() != 1)) {
            throw Refusal.invalid("propensity", "must be in (0, 1], and 1 where nothing was drawn");
        }
        if (item.seenAfter() == null && (item.watched() != null || !item.done().isEmpty() || item.product() != null)) {
            throw Refusal.invalid("seenAfter", "must be there when anything followed");
        }
        if (item.done().size() > MOST_ACTS) {
            throw Refusal.invalid("acts", "must be at most " + MOST_ACTS);
        }
    }

    private Served served() {
        var items = new ArrayList<ServedItem>();
        for (var item : page.items()) {
            items.add(new ServedItem(
                    new ExposureId(ids.at(page.at())),
                    Subject.work(item.work()),
                    items.size(),
                    item.source(),
                    item.slot(),
                    item.propensity(),
                    item.score() == null ? 0 : item.score(),
                    Binary.EMPTY));
        }
        return new Served(
                new PageId(ids.at(page.at())),
                page.at(),
                Origin.SIMULATED,
                viewer.pseudonym(),
                ids.at(page.at()),
                Surface.FOR_YOU,
                POLICY,
                page.stratum(),
                Binary.EMPTY,
                Binary.EMPTY,
                items,
                Binary.EMPTY);
    }

    private void item(PastPage.Item item, Terms terms) {
        if (item.seenAfter() == null) {
            return;
        }
        var work = known.work(item.work());
        var seen = known.after(page.at(), item.seenAfter(), HOUR);
        telling.facts().add(new Exposed(terms, seen, Origin.SIMULATED));
        telling.sight(viewer.pseudonym(), item.work().value());
        if (item.watched() != null) {
            watched(item.watched(), item.seenAfter(), work, terms);
        }
        item.done().forEach(act -> act(act, deed(act.after(), item.seenAfter(), work, terms), terms));
        if (item.product() != null) {
            visit(item.product(), item.seenAfter(), work, terms);
        }
    }

    private void watched(PastPage.Watch watch, long seenAfter, Candidate work, Terms terms) {
        var watched = new Watched(
                terms.exposure(),
                1,
                known.after(page.at(), seenAfter + Math.max(0, watch.millis()), 2 * HOUR),
                Origin.SIMULATED,
                terms.pseudonym(),
                terms.subject(),
                terms.source(),
                watch.millis(),
                watch.played(),
                watch.position(),
                work.durationMillis(),
                watch.loops(),
                true);
        Chronicle.requirePlausible(watched, page.at());
        telling.facts().add(watched);
    }

    private Deed deed(long after, long earliest, Candidate work, Terms terms) {
        if (after < earliest) {
            throw Refusal.invalid("after", "must not be before the item came into sight");
        }
        var at = known.after(page.at(), after, HOUR);
        return new Deed(viewer, at, terms.exposure(), terms.subject(), terms.source(), work.creator());
    }

    private void act(PastPage.Act act, Deed deed, Terms terms) {
        long id = ids.at(deed.at());
        switch (act.what()) {
            case LIKE -> react(id, deed, Engagement.LIKED);
            case FAVOURITE -> react(id, deed, Engagement.FAVOURITED);
            case NOT_INTERESTED -> react(id, deed, Engagement.NOT_INTERESTED);
            case FOLLOW -> telling.follows().add(new Settlers.Follow(id, deed));
            case COMMENT -> telling.comment(id, deed, text(act.text()));
            case SHARE -> shared(id, deed, terms);
            case OPEN_COMMENTS -> opened(id, deed, terms, Target.COMMENTS);
            case OPEN_PROFILE -> opened(id, deed, terms, Target.PROFILE);
        }
    }

    private static String text(@Nullable String text) {
        if (text == null) {
            throw Refusal.invalid("text", "must be there for a comment");
        }
        return text;
    }

    private void react(long id, Deed deed, Engagement engagement) {
        telling.reactions().add(new PastTalk.Reaction(id, deed, engagement));
    }

    private void shared(long id, Deed deed, Terms terms) {
        telling.facts()
                .add(new Shared(
                        id,
                        deed.at(),
                        Origin.SIMULATED,
                        terms.pseudonym(),
                        terms.exposure(),
                        terms.subject(),
                        terms.source(),
                        Channel.COPY));
    }

    private void opened(long id, Deed deed, Terms terms, Target target) {
        telling.facts()
                .add(new Opened(
                        id,
                        deed.at(),
                        Origin.SIMULATED,
                        terms.pseudonym(),
                        terms.exposure(),
                        terms.subject(),
                        terms.source(),
                        target));
    }

    private void visit(PastPage.Visit visit, long earliest, Candidate work, Terms terms) {
        var product = known.product(work.work(), visit.product());
        var opening = deed(visit.openedAfter(), earliest, work, terms);
        opened(ids.at(opening.at()), opening, terms, Target.PRODUCT);
        if (visit.cartedAfter() != null) {
            var carting = deed(visit.cartedAfter(), visit.openedAfter(), work, terms);
            int units = visit.order() == null ? 1 : visit.order().units();
            telling.carted().add(new Telling.Carted(ids.at(carting.at()), carting, product, units));
        }
        if (visit.order() != null) {
            var ordering = deed(visit.order().placedAfter(), visit.openedAfter(), work, terms);
            purchase(visit.order(), product, ordering);
        }
    }

    private void purchase(PastPage.Order order, ProductId product, Deed deed) {
        var offer = known.offer(order.sku(), product);
        var steps = new Purchase.Steps(
                step(order.paidAfter()),
                step(order.shippedAfter()),
                step(order.receivedAfter()),
                step(order.refundedAfter()));
        var parcel = order.carrier() == null
                ? null
                : new Purchase.Parcel(order.carrier(), "KM" + deed.exposure().value() % 10_000_000_000L);
        telling.purchases().add(new Purchase(deed, offer, order.units(), steps, parcel, order.place()));
    }

    private @Nullable Instant step(@Nullable Long after) {
        return after == null
                ? null
                : page.at().plusMillis(Math.clamp(after, 0, Duration.ofDays(400).toMillis()));
    }
}
