package org.kanmai.app.catalog.sheets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.kanmai.app.catalog.OwnProduct;
import org.kanmai.app.catalog.Product;
import org.kanmai.facts.Money;

/** Writes products as the lines of a sheet, which comes in again unchanged. */
final class Export {
    private Export() {}

    /** Returns the names of the columns in a language, and a line for each variant. */
    static List<List<?>> rows(Collection<OwnProduct> products, Locale language) {
        var rows = new ArrayList<List<?>>();
        rows.add(Arrays.stream(Column.values())
                .map(column -> column.name(language))
                .toList());
        products.forEach(own -> own.product().skus().forEach(sku -> rows.add(row(own, sku))));
        return rows;
    }

    private static List<?> row(OwnProduct own, Product.Sku sku) {
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
        return cells;
    }

    private static BigDecimal amount(Money price) {
        return BigDecimal.valueOf(price.minor(), price.currency().getDefaultFractionDigits());
    }
}
