package org.kanmai.app.catalog.sheets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.kanmai.app.catalog.OwnProduct;
import org.kanmai.app.catalog.Product;
import org.kanmai.app.catalog.categories.Placements.Placed;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;

/** Writes products as the lines of a sheet, which comes in again unchanged. */
final class Export {
    private final Aisles aisles;
    private final Map<ProductId, Placed> placed;
    private final Locale language;
    /** The plain names of attributes with their headings. */
    private final Map<String, String> attributes = new LinkedHashMap<>();

    private Export(Aisles aisles, Map<ProductId, Placed> placed, Locale language) {
        this.aisles = aisles;
        this.placed = placed;
        this.language = language;
    }

    /** Returns the names of the columns in a language, with each attribute that a category of the products has, and a line for each variant. */
    static List<List<?>> rows(
            Collection<OwnProduct> products, Map<ProductId, Placed> placed, Aisles aisles, Locale language) {
        return new Export(aisles, placed, language).rows(products);
    }

    private List<List<?>> rows(Collection<OwnProduct> products) {
        placed.values().stream()
                .flatMap(each -> Stream.ofNullable(each.category()))
                .distinct()
                .flatMap(category -> aisles.attributes(category).stream())
                .forEach(each -> attributes.putIfAbsent(
                        Column.plain(each.name().in(language)), Heading.of(each.name(), language)));
        var rows = new ArrayList<List<?>>();
        var names = new ArrayList<String>(Arrays.stream(Column.values())
                .map(column -> column.name(language))
                .toList());
        names.addAll(attributes.values());
        rows.add(names);
        products.forEach(own -> own.product().skus().forEach(sku -> rows.add(row(own, sku))));
        return rows;
    }

    private List<?> row(OwnProduct own, Product.Sku sku) {
        var product = own.product();
        boolean first = product.skus().getFirst().equals(sku);
        var cells = new ArrayList<Object>(List.of(
                "P" + product.id(),
                own.state().code(),
                first ? product.title() : "",
                first ? product.description() : ""));
        for (int at = 0; at < Column.OPTIONS.size(); at++) {
            cells.add(at < product.options().size() && first ? product.options().get(at) : "");
            cells.add(at < sku.options().size() ? sku.options().get(at) : "");
        }
        cells.addAll(
                List.of(sku.code(), amount(sku.price()), sku.price().currency().getCurrencyCode(), sku.free()));
        var place = first ? placed.getOrDefault(product.id(), Placed.NOWHERE) : Placed.NOWHERE;
        var category = place.category();
        cells.add(category == null ? "" : aisles.name(category, language));
        attributes.keySet().forEach(name -> cells.add(category == null ? "" : said(place, category, name)));
        return cells;
    }

    private String said(Placed place, int category, String name) {
        return aisles.attribute(category, name)
                .filter(each -> place.said().containsKey(each.id()))
                .map(each -> each.said(place.said().getOrDefault(each.id(), ""), language))
                .orElse("");
    }

    private static BigDecimal amount(Money price) {
        return BigDecimal.valueOf(price.minor(), price.currency().getDefaultFractionDigits());
    }
}
