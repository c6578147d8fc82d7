package org.kanmai.app.catalog.sheets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kanmai.app.catalog.OwnProduct;
import org.kanmai.app.catalog.OwnProducts;
import org.kanmai.app.catalog.Product;
import org.kanmai.app.catalog.categories.Placements;
import org.kanmai.app.catalog.categories.Placements.Placed;
import org.kanmai.app.catalog.sheets.Fault.Kind;
import org.kanmai.app.catalog.wording.AdvertisingWords;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.springframework.stereotype.Component;

/** Looks through the lines of a product without changing anything. */
@Component
class Looking {
    private static final String EXISTING = "P\\d{1,18}";

    private final OwnProducts own;
    private final AdvertisingWords forbidden;

    private final Placements placements;

    Looking(OwnProducts own, AdvertisingWords forbidden, Placements placements) {
        this.own = own;
        this.forbidden = forbidden;
        this.placements = placements;
    }

    /** Returns where lines put their product. */
    Placing placing(List<SheetLine> lines, Aisles aisles) {
        if (!names(lines)) {
            return new Placing(lines, aisles, Placed.NOWHERE);
        }
        var id = named(lines);
        return new Placing(lines, aisles, placements.of(List.of(id)).getOrDefault(id, Placed.NOWHERE));
    }

    /** Whether lines name a product that exists. */
    static boolean names(List<SheetLine> lines) {
        return lines.getFirst().product().matches(EXISTING);
    }

    /** Returns the product that lines name. */
    static ProductId named(List<SheetLine> lines) {
        return ProductId.parse(lines.getFirst().product().substring(1));
    }

    /** Returns what is wrong with each line; a product of which one line is wrong is wrong in all. */
    Map<Integer, Fault> faults(PersonId merchant, List<SheetLine> lines, Aisles aisles) {
        var reading = new Reading(lines);
        var faults = new HashMap<>(reading.faults());
        lines.forEach(line -> words(line, faults));
        var placing = placing(lines, aisles);
        placing.faults().forEach(faults::putIfAbsent);
        if (names(lines)) {
            existing(merchant, lines, now -> says(reading, now) && !placing.changes(), faults);
        } else {
            lines.stream()
                    .filter(Reading::leavesStock)
                    .forEach(line -> faults.putIfAbsent(line.place(), Fault.wrong("stock", "must be a whole number")));
        }
        if (!faults.isEmpty()) {
            lines.forEach(line -> faults.putIfAbsent(line.place(), Fault.of(Kind.WITH_ITS_PRODUCT, "product")));
        }
        return faults;
    }

    private void words(SheetLine line, Map<Integer, Fault> faults) {
        var texts = Map.of(
                "title", line.at(Column.TITLE),
                "description", line.at(Column.DESCRIPTION),
                "options", String.join(" ", line.values()));
        texts.forEach((field, text) -> forbidden.in(field, text).stream()
                .findFirst()
                .ifPresent(hit -> faults.putIfAbsent(line.place(), Fault.of(hit))));
    }

    private void existing(
            PersonId merchant, List<SheetLine> lines, Predicate<OwnProduct> same, Map<Integer, Fault> faults) {
        var now = own.find(merchant, named(lines));
        if (now.isEmpty()) {
            faults.put(lines.getFirst().place(), Fault.of(Kind.UNKNOWN, "product"));
        } else if (faults.isEmpty() && !now.get().state().open() && !same.test(now.get())) {
            faults.put(lines.getFirst().place(), Fault.of(Kind.LISTED, "product"));
        }
    }

    /** Whether lines say of a product what it says already, of the same variants. */
    static boolean says(Reading reading, OwnProduct now) {
        var product = now.product();
        var words = reading.words();
        return words.title().equals(product.title())
                && words.description().equals(product.description())
                && words.options().equals(product.options())
                && reading.variants().stream()
                        .allMatch(variant -> product.skus().stream()
                                .anyMatch(sku -> sku.options().equals(variant.options())
                                        && sku.code().equals(variant.code())));
    }

    /** Returns the variants of a product by their options. */
    static Map<List<String>, Product.Sku> skus(OwnProduct product) {
        return product.product().skus().stream().collect(Collectors.toMap(Product.Sku::options, sku -> sku));
    }
}
