package org.kanmai.app.promotion.sharing;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Product;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.promotion.coupons.Coupon;
import org.kanmai.app.promotion.coupons.Coupons;
import org.kanmai.app.promotion.groups.Groups;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.AppealId;
import org.kanmai.facts.GroupId;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShareId;
import org.kanmai.facts.ShopId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Chains of links: who shared what from whose link, who came by it, and who bought (SF-09); never deeper than is set (SF-12). */
@Component
public class Sharing {
    private static final Duration COUNTS_FOR = Duration.ofDays(7);

    private final ShareStore store;
    private final AppealStore appeals;
    private final Coupons coupons;
    private final Groups groups;
    private final Catalog catalog;
    private final SharingSettings settings;
    private final Ids ids;
    private final Clock clock;

    Sharing(
            ShareStore store,
            AppealStore appeals,
            Coupons coupons,
            Groups groups,
            Catalog catalog,
            SharingSettings settings,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.appeals = appeals;
        this.coupons = coupons;
        this.groups = groups;
        this.catalog = catalog;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Gives somebody a link of their own to something; where the chain is as deep as may be, a new one begins. */
    @Transactional
    Share share(PersonId person, Share.Kind kind, long subject, Share.Channel channel, @Nullable ShareId from) {
        var shop = shop(kind, subject);
        var parent = Optional.ofNullable(from)
                .flatMap(store::find)
                .filter(link -> link.kind() == kind && link.subject() == subject)
                .filter(link -> !link.person().equals(person) && link.depth() < settings.deepest());
        var wanted = new Share(
                new ShareId(ids.next()),
                person,
                kind,
                subject,
                shop.orElse(null),
                channel,
                parent.map(Share::id).orElse(null),
                parent.map(Share::depth).orElse(0) + 1);
        return store.add(wanted, clock.instant());
    }

    private Optional<ShopId> shop(Share.Kind kind, long subject) {
        return switch (kind) {
            case PRODUCT ->
                Optional.of(catalog.product(new ProductId(subject))
                        .map(Product::shop)
                        .orElseThrow(() -> Refusal.notFound("product")));
            case GROUP -> Optional.of(groups.shop(new GroupId(subject)).orElseThrow(() -> Refusal.notFound("group")));
            case APPEAL ->
                Optional.ofNullable(appeals.find(new AppealId(subject))
                        .map(this::coupon)
                        .orElseThrow(() -> Refusal.notFound("appeal"))
                        .shop());
        };
    }

    private Coupon coupon(Appeal appeal) {
        return coupons.friendly(appeal.coupon()).coupon();
    }

    /** Remembers that somebody came by another's link. */
    @Transactional
    void visit(PersonId person, ShareId id) {
        var link = store.find(id).orElseThrow(() -> Refusal.notFound("share"));
        if (!link.person().equals(person)) {
            store.visit(id, person, clock.instant());
        }
    }

    /** Remembers that somebody has paid orders of shops, in the transaction that makes them paid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bought(PersonId person, Collection<ShopId> shops) {
        if (!shops.isEmpty()) {
            var now = clock.instant();
            store.bought(person, List.copyOf(shops), now.minus(COUNTS_FOR), now);
        }
    }

    @EventListener
    void erased(PersonErased event) {
        store.erase(event.person());
    }
}
