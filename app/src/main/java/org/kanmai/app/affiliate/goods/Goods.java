package org.kanmai.app.affiliate.goods;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.affiliate.sales.Commissions;
import org.kanmai.app.affiliate.terms.Picks;
import org.kanmai.app.affiliate.terms.Pool;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Product;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.content.Works;
import org.kanmai.app.content.understanding.Kinship;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/** Shows creators what they can sell, by which terms, and how well it suits them (EC-08, AX-06). */
@Component
class Goods {
    private static final int LATEST_WORKS = 100;

    private final Pool pool;
    private final Picks picks;
    private final Commissions commissions;
    private final Catalog catalog;
    private final Shops shops;
    private final Works works;
    private final Kinship kinship;

    Goods(Pool pool, Picks picks, Commissions commissions, Catalog catalog, Shops shops, Works works, Kinship kinship) {
        this.pool = pool;
        this.picks = picks;
        this.commissions = commissions;
        this.catalog = catalog;
        this.shops = shops;
        this.works = works;
        this.kinship = kinship;
    }

    /**
     * A product that one can sell.
     *
     * @param seller the shop's name
     * @param own how many units the creator has sold: where on the ladder the next one is
     * @param match absent when none of the creator's works is understood
     */
    record Good(
            Product product,
            String seller,
            Pool.Outlook terms,
            Commissions.Selling sold,
            long own,
            boolean picked,
            @Nullable Match match) {}

    Slice<Good> all(PersonId creator, Paging paging) {
        return shown(creator, pool.all(paging));
    }

    Slice<Good> picked(PersonId creator, Paging paging) {
        return shown(creator, picks.of(creator, paging));
    }

    /** Keeps a product at hand by which something is earned. */
    void pick(PersonId creator, ProductId product) {
        var outlook = Objects.requireNonNull(pool.outlook(List.of(product)).get(product));
        boolean any = outlook.now() != null || outlook.next() != null;
        if (!any || catalog.product(product).isEmpty()) {
            throw Refusal.notFound("product");
        }
        picks.pick(creator, product);
    }

    /** Products that cannot be bought any more are left out, and those of one's own shop, which earn one nothing more. */
    private Slice<Good> shown(PersonId creator, Slice<ProductId> slice) {
        var ids = slice.items();
        var products = new LinkedHashMap<>(catalog.find(ids));
        shops.of(creator)
                .ifPresent(own ->
                        products.values().removeIf(product -> product.shop().equals(own.id())));
        var names = shops.names(products.values().stream().map(Product::shop).collect(Collectors.toSet()));
        var outlooks = pool.outlook(ids);
        var sold = commissions.sold(ids);
        var own = commissions.soldBy(creator, ids);
        var picked = picks.among(creator, ids);
        var matches = matches(creator, products);
        var goods = products.values().stream()
                .map(product -> new Good(
                        product,
                        names.getOrDefault(product.shop(), ""),
                        Objects.requireNonNull(outlooks.get(product.id())),
                        sold.getOrDefault(product.id(), Commissions.Selling.NONE),
                        own.getOrDefault(product.id(), 0L),
                        picked.contains(product.id()),
                        matches.get(product.id())))
                .toList();
        return new Slice<>(goods, slice.next());
    }

    private Map<ProductId, Match> matches(PersonId creator, Map<ProductId, Product> products) {
        var latest = works.by(creator, LATEST_WORKS);
        var closest = products.values().stream()
                .flatMap(product -> closest(product, latest).map(found -> Map.entry(product.id(), found)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var titles = works.titles(
                closest.values().stream().map(Kinship.Closest::work).collect(Collectors.toSet()));
        return closest.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> Match.of(
                                each.getValue(),
                                titles.getOrDefault(each.getValue().work(), ""))));
    }

    private Optional<Kinship.Closest> closest(Product product, List<WorkId> latest) {
        return kinship.closest(product.title() + "\n" + product.description(), latest);
    }
}
