package org.kanmai.app.catalog;

import java.util.HashSet;
import java.util.List;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Money;

/**
 * A variant as its merchant wants it.
 *
 * @param options a value for each option of the product
 * @param stock how many can be ordered
 */
public record Variant(List<String> options, String code, Money price, int stock) {
    public static final int MOST = 100;
    static final int LARGEST_STOCK = 10_000_000;
    private static final long HIGHEST_MINOR = 100_000_000_000L;
    private static final int LONGEST_CODE = 40;

    public Variant {
        options = options.stream()
                .map(value -> ProductWords.text("skus", value, 1, ProductWords.LONGEST_OPTION))
                .toList();
        code = ProductWords.text("code", code, 0, LONGEST_CODE);
        price = price(price);
        stock = stock(stock);
    }

    /** Returns a price that may be asked; refuses others with 422. */
    public static Money price(Money price) {
        if (price.minor() < 1 || price.minor() > HIGHEST_MINOR) {
            throw Refusal.invalid("price", "must be above 0 and at most " + HIGHEST_MINOR + " in minor units");
        }
        return price;
    }

    /** Returns a number of units that may lie on the shelf; refuses others with 422. */
    public static int stock(int stock) {
        if (stock < 0 || stock > LARGEST_STOCK) {
            throw Refusal.invalid("stock", "must be 0-" + LARGEST_STOCK);
        }
        return stock;
    }

    /** Checks variants against each other and against the options that they choose among. */
    public static List<Variant> of(ProductWords words, List<Variant> variants) {
        if (variants.isEmpty() || variants.size() > MOST) {
            throw Refusal.invalid("skus", "must be 1-" + MOST);
        }
        var choices = new HashSet<List<String>>();
        for (var variant : variants) {
            if (variant.options.size() != words.options().size() || !choices.add(variant.options)) {
                throw Refusal.invalid("skus", "each must choose one value for each option, no two the same");
            }
        }
        if (variants.stream()
                        .map(variant -> variant.price.currency())
                        .distinct()
                        .count()
                > 1) {
            throw Refusal.invalid("skus", "must all have prices in one currency");
        }
        return List.copyOf(variants);
    }
}
