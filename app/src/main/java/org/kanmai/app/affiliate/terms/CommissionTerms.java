package org.kanmai.app.affiliate.terms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kanmai.app.affiliate.AffiliateSettings;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What merchants promise for their products (EC-08): never changed, only followed by other terms. */
@Component
class CommissionTerms {
    /** What is further away than this no process has remembered. */
    private static final Duration REMEMBERED = Duration.ofMinutes(2);

    private final TermsStore store;
    private final Pool pool;
    private final TermsNews news;
    private final Catalog catalog;
    private final Shops shops;
    private final AffiliateSettings settings;
    private final Ids ids;
    private final Clock clock;

    CommissionTerms(
            TermsStore store,
            Pool pool,
            TermsNews news,
            Catalog catalog,
            Shops shops,
            AffiliateSettings settings,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.pool = pool;
        this.news = news;
        this.catalog = catalog;
        this.shops = shops;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns what is promised for a merchant's product. */
    Pool.Outlook outlook(PersonId merchant, ProductId product) {
        own(merchant, product);
        return outlook(product);
    }

    private Pool.Outlook outlook(ProductId product) {
        return Objects.requireNonNull(pool.outlook(List.of(product)).get(product));
    }

    /** Promises other terms, an empty ladder for none; who has picked the product is told. */
    @Transactional
    Pool.Outlook promise(PersonId merchant, ProductId product, Ladder ladder) {
        var shop = own(merchant, product);
        store.lock(product);
        var now = clock.instant();
        var before = store.latest(product);
        if (before.filter(terms -> terms.since().isAfter(now)).isPresent()) {
            throw Refusal.conflict(
                    "change-waiting", "A change is under way", "Withdraw it before you promise something else.");
        }
        if (before.map(Terms::ladder).orElse(new Ladder(List.of())).equals(ladder)) {
            return outlook(product);
        }
        var terms = new Terms(ids.next(), product, shop.id(), since(before, ladder, now), null, ladder);
        store.end(product, terms.since());
        store.add(terms, now);
        news.tell(terms);
        return outlook(product);
    }

    private Instant since(Optional<Terms> before, Ladder ladder, Instant now) {
        boolean worse =
                before.filter(terms -> ladder.isWorseThan(terms.ladder())).isPresent();
        var notice = worse ? settings.noticeOfWorse() : settings.noticeOfBetter();
        return now.plus(notice).plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Takes a change back that does not hold yet. */
    @Transactional
    Pool.Outlook withdraw(PersonId merchant, ProductId product) {
        own(merchant, product);
        store.lock(product);
        if (!store.withdraw(product, clock.instant().plus(REMEMBERED))) {
            throw Refusal.conflict(
                    "no-change-waiting", "Nothing to withdraw", "What holds in less than two minutes stays.");
        }
        return outlook(product);
    }

    /** A listed product of the merchant's own shop, or one that has terms already. */
    private Shop own(PersonId merchant, ProductId product) {
        var shop = shops.of(merchant).orElseThrow(() -> Refusal.notFound("product"));
        boolean own = catalog.product(product)
                        .filter(each -> each.shop().equals(shop.id()))
                        .isPresent()
                || store.latest(product)
                        .filter(terms -> terms.shop().equals(shop.id()))
                        .isPresent();
        if (!own) {
            throw Refusal.notFound("product");
        }
        return shop;
    }
}
