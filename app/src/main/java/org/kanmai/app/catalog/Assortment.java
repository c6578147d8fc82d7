package org.kanmai.app.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.stock.Stock;
import org.kanmai.app.catalog.wording.AdvertisingWords;
import org.kanmai.app.governance.BannedWords;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.SkuId;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What merchants do with their own products.
 *
 * <p>What a product says and shows can be changed only while nobody else sees it, so that what is shown is what was reviewed;
 * its prices and stock can be changed at any time.
 */
@Component
public class Assortment {
    private static final Duration FARTHEST = Duration.ofDays(3_650);

    private final ProductStore products;
    private final SkuStore skus;
    private final Stock stock;
    private final PictureStore pictures;
    private final ShopStore shops;
    private final Governance governance;
    private final BannedWords banned;
    private final AdvertisingWords forbidden;
    private final Ids ids;
    private final Clock clock;

    Assortment(
            ProductStore products,
            SkuStore skus,
            Stock stock,
            PictureStore pictures,
            ShopStore shops,
            Governance governance,
            BannedWords banned,
            AdvertisingWords forbidden,
            Ids ids,
            Clock clock) {
        this.products = products;
        this.skus = skus;
        this.stock = stock;
        this.pictures = pictures;
        this.shops = shops;
        this.governance = governance;
        this.banned = banned;
        this.forbidden = forbidden;
        this.ids = ids;
        this.clock = clock;
    }

    static Subject subject(ProductId product) {
        return new Subject(SubjectKind.PRODUCT, product.value());
    }

    /** Returns whether a viewer is the merchant of a product. */
    boolean owns(Viewer viewer, ProductId id) {
        var merchant = viewer.person();
        return merchant != null
                && shops.of(merchant)
                        .filter(shop -> products.find(List.of(id)).stream()
                                .anyMatch(row -> row.shop().equals(shop.id())))
                        .isPresent();
    }

    /** Begins a product, which only its merchant sees. */
    @Transactional
    public ProductId draft(PersonId merchant, ProductWords words, List<Variant> variants) {
        var shop = shops.of(merchant).orElseThrow(Shops::none);
        forbidden.check(words.named());
        var id = new ProductId(ids.next());
        products.add(id, shop.id(), words, clock.instant());
        arrange(id, Variant.of(words, variants));
        return id;
    }

    /** Changes what a product says and which variants it has; a variant of the same options stays the same one. */
    @Transactional
    public void change(PersonId merchant, ProductId id, ProductWords words, @Nullable List<Variant> variants) {
        var product = own(merchant, id);
        refuseUnlessOpen(product);
        if (variants == null && !words.options().equals(product.words().options())) {
            throw Refusal.invalid("skus", "must be sent anew when the options change");
        }
        forbidden.check(words.named());
        products.save(id, words, clock.instant());
        if (variants != null) {
            arrange(id, Variant.of(words, variants));
        }
    }

    /** Says from when until when a product is offered once it is listed; without an instant at once, or without an end. */
    @Transactional
    public void offer(PersonId merchant, ProductId id, @Nullable Instant from, @Nullable Instant until) {
        own(merchant, id);
        if (until != null && (!until.isAfter(clock.instant()) || (from != null && !until.isAfter(from)))) {
            throw Refusal.invalid("until", "must be after from, and to come");
        }
        if (isFar(from) || isFar(until)) {
            throw Refusal.invalid("from", "must be within ten years");
        }
        products.offer(id, from, until);
    }

    private boolean isFar(@Nullable Instant at) {
        var now = clock.instant();
        return at != null && (at.isBefore(now.minus(FARTHEST)) || at.isAfter(now.plus(FARTHEST)));
    }

    /** Locks a merchant's product of which what it says may be changed; refuses others with 404 and 409. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void opened(PersonId merchant, ProductId id) {
        refuseUnlessOpen(own(merchant, id));
    }

    private void arrange(ProductId id, List<Variant> variants) {
        Map<List<String>, SkuId> before = skus.of(List.of(id)).stream()
                .collect(Collectors.toMap(
                        row -> row.sku().options(), row -> row.sku().id()));
        var wanted = variants.stream().map(Variant::options).collect(Collectors.toSet());
        skus.takeOut(gone(before, wanted));
        for (int place = 0; place < variants.size(); place++) {
            arrange(
                    id,
                    place,
                    variants.get(place),
                    before.get(variants.get(place).options()));
        }
    }

    private static List<SkuId> gone(Map<List<String>, SkuId> before, Set<List<String>> wanted) {
        return before.entrySet().stream()
                .filter(each -> !wanted.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private void arrange(ProductId product, int place, Variant variant, @Nullable SkuId before) {
        var sku = before == null ? new SkuId(ids.next()) : before;
        if (before == null) {
            skus.add(sku, product, place, variant);
        } else {
            skus.keep(sku, place, variant.code());
        }
        skus.price(sku, variant.price(), clock.instant());
        stock.put(sku, variant.stock());
    }

    /** Puts a picture at a place, 0 for the first; it takes the place of the one that was there. */
    @Transactional
    public void picture(PersonId merchant, ProductId id, int place, byte[] jpeg, int width, int height) {
        refuseUnlessOpen(own(merchant, id));
        pictures.put(id, place, ids.next(), jpeg, width, height);
    }

    /** Takes the picture at a place away. */
    @Transactional
    public void removePicture(PersonId merchant, ProductId id, int place) {
        refuseUnlessOpen(own(merchant, id));
        if (!pictures.remove(id, place)) {
            throw Refusal.notFound("picture");
        }
    }

    /** Sends a product to an operator; it is listed once that one approved it. */
    @Transactional
    public void submit(PersonId merchant, ProductId id) {
        governance.hold(subject(id));
        var product = own(merchant, id);
        refuseUnlessOpen(product);
        if (pictures.of(List.of(id)).isEmpty()) {
            throw Refusal.conflict("no-picture", "A picture is missing", "Add at least one picture of the product.");
        }
        products.move(id, product.state(), OwnProduct.State.REVIEWING, clock.instant());
        var evidence = new ArrayList<>(List.of(banned.evidence(product.words().texts())));
        governance.open(subject(id), merchant, evidence, List.of());
    }

    /** Takes a product off the shelf, or back from review. */
    @Transactional
    public void delist(PersonId merchant, ProductId id) {
        governance.hold(subject(id));
        var product = own(merchant, id);
        if (product.state() != OwnProduct.State.LISTED && product.state() != OwnProduct.State.REVIEWING) {
            throw Refusal.conflict(
                    "not-listed", "It is not listed", "Only a listed product can be taken off the shelf.");
        }
        products.move(id, product.state(), OwnProduct.State.DELISTED, clock.instant());
        governance.withdraw(subject(id));
    }

    /** Removes a product for good; orders keep what was ordered. */
    @Transactional
    public void remove(PersonId merchant, ProductId id) {
        governance.hold(subject(id));
        var product = own(merchant, id);
        products.move(id, product.state(), OwnProduct.State.REMOVED, clock.instant());
        governance.withdraw(subject(id));
    }

    /** Sets what a variant costs from now on. */
    @Transactional
    public void price(PersonId merchant, SkuId id, Money price) {
        var sku = ownSku(merchant, id).sku();
        if (!price.currency().equals(sku.price().currency())) {
            throw Refusal.invalid("price", "must be in " + sku.price().currency());
        }
        skus.price(id, Variant.price(price), clock.instant());
    }

    /** Adds units to what is free of a variant, or takes some away; orders that are placed keep theirs. */
    @Transactional
    public void restock(PersonId merchant, SkuId id, int units) {
        ownSku(merchant, id);
        if (Math.abs((long) units) > Variant.LARGEST_STOCK || !stock.add(id, units, Variant.LARGEST_STOCK)) {
            throw Refusal.conflict("too-few", "Fewer are free", "No more can be taken away than are free.");
        }
    }

    private SkuStore.Row ownSku(PersonId merchant, SkuId id) {
        var row = skus.find(List.of(id)).stream()
                .filter(each -> !each.gone())
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("variant"));
        own(merchant, row.product());
        return row;
    }

    private ProductStore.Row own(PersonId merchant, ProductId id) {
        var shop = shops.of(merchant).orElseThrow(() -> Refusal.notFound("product"));
        return products.lock(id)
                .filter(row -> row.shop().equals(shop.id()) && row.state() != OwnProduct.State.REMOVED)
                .orElseThrow(() -> Refusal.notFound("product"));
    }

    private static void refuseUnlessOpen(ProductStore.Row product) {
        if (!product.state().open()) {
            throw Refusal.conflict(
                    "delist-first",
                    "Take it off the shelf first",
                    "What a product says and shows can be changed while nobody else sees it; prices and stock at any time.");
        }
    }
}
