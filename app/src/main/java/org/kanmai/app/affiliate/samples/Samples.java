package org.kanmai.app.affiliate.samples;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.affiliate.samples.Sample.Parcel;
import org.kanmai.app.affiliate.samples.Sample.State;
import org.kanmai.app.affiliate.terms.Pool;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.catalog.anchors.Anchors;
import org.kanmai.app.content.Works;
import org.kanmai.app.identity.DataReadings;
import org.kanmai.app.identity.Person;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.kanmai.app.trade.addresses.Addresses;
import org.kanmai.app.trade.addresses.Place;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.WorkId;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of samples: a creator asks, the shop answers and sends, a work of the creator shows the product. */
@Component
class Samples {
    private static final int MOST_OPEN = 5;
    private static final Duration TO_PUBLISH = Duration.ofDays(30);

    private final SampleStore store;
    private final Pool pool;
    private final Catalog catalog;
    private final Shops shops;
    private final Works works;
    private final Anchors anchors;
    private final Addresses addresses;
    private final DataReadings readings;
    private final Notices notices;
    private final Ids ids;
    private final Clock clock;

    Samples(
            SampleStore store,
            Pool pool,
            Catalog catalog,
            Shops shops,
            Works works,
            Anchors anchors,
            Addresses addresses,
            DataReadings readings,
            Notices notices,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.pool = pool;
        this.catalog = catalog;
        this.shops = shops;
        this.works = works;
        this.anchors = anchors;
        this.addresses = addresses;
        this.readings = readings;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks for a sample of a product that one can sell; refuses with 409 who has too many under way, or shown none of one in time. */
    @Transactional
    Sample ask(PersonId creator, ProductId product, long address, String words) {
        var shop = soldBy(product);
        if (shop.owner() != null && shop.owner().id().equals(creator)) {
            throw Refusal.conflict("own-product", "It is your own", "Ask others for samples.");
        }
        var place = addresses
                .find(creator, address)
                .orElseThrow(() -> Refusal.invalid("address", "must be one of your addresses"));
        store.lock(creator);
        refuseTooMany(creator);
        var sample = new Sample(
                ids.next(),
                product,
                shop.id(),
                creator,
                State.ASKED,
                words,
                null,
                null,
                clock.instant(),
                null,
                null,
                null);
        try {
            store.add(sample, addresses.seal(place));
        } catch (DuplicateKeyException twice) {
            throw Refusal.conflict("sample-had", "You have asked already", "Of a product a creator has one sample.");
        }
        tellShop(sample);
        return sample;
    }

    private Shop soldBy(ProductId product) {
        var listed = catalog.product(product).orElseThrow(() -> Refusal.notFound("product"));
        var outlook = pool.outlook(List.of(product)).get(product);
        if (outlook == null || outlook.now() == null || outlook.now().ladder().isEmpty()) {
            throw Refusal.conflict("not-in-alliance", "It is not in the alliance", "Nobody earns by this product now.");
        }
        return Optional.ofNullable(shops.find(List.of(listed.shop())).get(listed.shop()))
                .orElseThrow(() -> Refusal.notFound("shop"));
    }

    private void refuseTooMany(PersonId creator) {
        var open = store.open(creator, clock.instant());
        if (open.overdue() > 0) {
            throw Refusal.conflict(
                    "sample-owed", "A work is owed", "Show the sample that you have first: its time is over.");
        }
        if (open.underWay() >= MOST_OPEN) {
            throw Refusal.conflict(
                    "samples-full", "Enough samples", "At most " + MOST_OPEN + " samples are under way at a time.");
        }
    }

    @Transactional
    void withdraw(PersonId creator, long id) {
        own(creator, id);
        require(store.withdraw(id));
    }

    /** Says which work shows the sample; it must be the creator's, and show the product. */
    @Transactional
    Sample publish(PersonId creator, long id, WorkId work) {
        var sample = own(creator, id);
        boolean shows = works.isBy(creator, work)
                && works.published(List.of(work)).containsKey(work)
                && anchors.showing(List.of(work)).stream()
                        .anyMatch(pair -> pair.product().equals(sample.product()));
        if (!shows) {
            throw Refusal.invalid("work", "must be a published one of yours that shows the product");
        }
        require(store.publish(id, work, clock.instant()));
        tellShop(one(id));
        return one(id);
    }

    @Transactional
    Sample accept(PersonId merchant, long id) {
        sold(merchant, id);
        require(store.accept(id, clock.instant()));
        return told(id);
    }

    @Transactional
    Sample refuse(PersonId merchant, long id, String reason) {
        sold(merchant, id);
        require(store.refuse(id, reason, clock.instant()));
        return told(id);
    }

    @Transactional
    Sample send(PersonId merchant, long id, Parcel parcel) {
        sold(merchant, id);
        var now = clock.instant();
        require(store.send(id, parcel, now, now.plus(TO_PUBLISH)));
        return told(id);
    }

    /** Returns where an accepted sample goes; that this is read is on record before it is. */
    @Transactional
    Place place(PersonId merchant, long id) {
        var sample = sold(merchant, id);
        var sealed = store.sealed(id).orElseThrow(() -> Refusal.notFound("address"));
        readings.note(sample.creator(), merchant, "address", "sample " + id);
        return addresses.open(sealed);
    }

    private Sample told(long id) {
        var sample = one(id);
        var subject =
                new NoticeSubject(NoticeSubject.Kind.PRODUCT, sample.product().value());
        notices.tell(Telling.of(
                        sample.creator(),
                        NoticeKind.SAMPLE_MOVED,
                        subject,
                        "sample:" + id + ":" + sample.state().code())
                .with("state", sample.state().code()));
        return sample;
    }

    private void tellShop(Sample sample) {
        Optional.ofNullable(shops.find(List.of(sample.shop())).get(sample.shop()))
                .map(Shop::owner)
                .map(Person::id)
                .ifPresent(owner -> notices.tell(Telling.of(
                                owner,
                                NoticeKind.SAMPLE_NEWS,
                                new NoticeSubject(
                                        NoticeSubject.Kind.PRODUCT,
                                        sample.product().value()),
                                "sample:" + sample.id() + ":" + sample.state().code())
                        .by(sample.creator())
                        .with("state", sample.state().code())));
    }

    private Sample own(PersonId creator, long id) {
        return store.find(id)
                .filter(each -> each.creator().equals(creator))
                .orElseThrow(() -> Refusal.notFound("sample"));
    }

    private Sample sold(PersonId merchant, long id) {
        var shop = shops.of(merchant).orElseThrow(() -> Refusal.notFound("sample"));
        return store.find(id)
                .filter(each -> each.shop().equals(shop.id()))
                .orElseThrow(() -> Refusal.notFound("sample"));
    }

    private Sample one(long id) {
        return store.find(id).orElseThrow();
    }

    private static void require(boolean moved) {
        if (!moved) {
            throw Refusal.conflict("sample-state", "It has moved on", "Look at the sample again.");
        }
    }

    @EventListener
    void erased(PersonErased event) {
        store.erase(event.person());
    }
}
