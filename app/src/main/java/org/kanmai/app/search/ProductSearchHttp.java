package org.kanmai.app.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Product;
import org.kanmai.app.search.ProductFinding.Term;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.PageId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.Subject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search among products, and the mall, over HTTP. */
@RestController
class ProductSearchHttp {
    private final ProductSearch search;
    private final SearchPages pages;

    ProductSearchHttp(ProductSearch search, SearchPages pages) {
        this.search = search;
        this.pages = pages;
    }

    /**
     * Part of a list.
     *
     * @param total exact up to 1,000 and a lower bound above
     * @param complete false while the index is being made, and more may be found later
     */
    record Page(
            PageId page,
            List<Item> items,
            long total,
            boolean complete,
            Facets facets,
            @Nullable String next,
            String signature,
            String key) {}

    /** One result: {@code token} proves its exposure, {@code marked} are the parts of its title that were asked for, {@code why} multiplied is its place. */
    record Item(
            ExposureId exposure,
            String token,
            int position,
            Product product,
            Seller shop,
            List<Marked> marked,
            List<Term> why) {}

    /** A shop by its name. */
    record Seller(ShopId id, String name) {}

    /** How the results spread, whichever shop, category and prices are chosen. */
    record Facets(
            List<ShopCount> shops,
            List<ProductFacets.OfCategory> categories,
            List<ProductFacets.OfSaid> said,
            List<ProductFacets.Band> prices) {}

    /** So many results of a shop. */
    record ShopCount(Seller shop, int count) {}

    /** Searches; without words it lists all products, as the mall does. */
    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/search/products")
    Page products(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable ShopId shop,
            @RequestParam(required = false) @Nullable Integer category,
            @RequestParam(required = false) @Nullable Long minPrice,
            @RequestParam(required = false) @Nullable Long maxPrice,
            @RequestParam(defaultValue = "CNY") String currency,
            @RequestParam(defaultValue = "false") boolean inStock,
            @RequestParam(defaultValue = "relevance") ProductWish.Sort sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit,
            HttpServletRequest request,
            Viewer viewer) {
        var wish = new ProductWish(
                ProductWish.words(q),
                q.isBlank(),
                shop,
                category,
                said(request),
                ProductWish.price(minPrice, 0),
                ProductWish.price(maxPrice, ProductWish.highest()),
                currency(currency),
                inStock,
                sort,
                cursor == null ? null : ProductWish.After.of(cursor),
                limit);
        return page(search.answer(wish), wish, viewer);
    }

    /** As many as there are, as they were sent: values may hold commas. */
    private static List<Said> said(HttpServletRequest request) {
        var sent = request.getParameterValues(ProductDocument.SAID);
        return sent == null ? List.of() : Arrays.stream(sent).map(Said::parse).toList();
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("currency", "must be a code of ISO 4217");
        }
    }

    private Page page(ProductSearch.Answer answer, ProductWish wish, Viewer viewer) {
        var told = pages.tell(
                viewer, answer.results().stream().map(ProductSearchHttp::shown).toList());
        var items = new ArrayList<Item>();
        for (var result : answer.results()) {
            items.add(item(result, answer.shops(), told, items.size(), wish.words()));
        }
        return new Page(
                told.served().page(),
                items,
                answer.total(),
                answer.complete(),
                facets(answer),
                answer.next(),
                told.proof().signature(),
                told.proof().key());
    }

    private static SearchPages.Shown shown(ProductSearch.Result result) {
        return new SearchPages.Shown(
                Subject.product(result.product().id()),
                result.hit().place(),
                result.hit().terms(),
                0);
    }

    private static Item item(
            ProductSearch.Result result,
            Map<ShopId, String> shops,
            SearchPages.Told told,
            int position,
            List<Cut> words) {
        var product = result.product();
        return new Item(
                told.served().items().get(position).exposure(),
                told.proof().tokens().get(position),
                position,
                product,
                seller(product.shop(), shops),
                Marked.in(product.title(), words),
                result.hit().terms());
    }

    private static Facets facets(ProductSearch.Answer answer) {
        var shops = answer.facets().shops().stream()
                .map(each -> new ShopCount(seller(each.shop(), answer.shops()), each.count()))
                .toList();
        return new Facets(
                shops,
                answer.facets().categories(),
                answer.facets().said(),
                answer.facets().prices());
    }

    private static Seller seller(ShopId shop, Map<ShopId, String> names) {
        return new Seller(shop, names.getOrDefault(shop, ""));
    }
}
