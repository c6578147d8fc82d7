package org.kanmai.app.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.SaleId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;

/**
 * A product as everybody sees it.
 *
 * @param options names of what can be chosen; none for a product of one variant
 * @param skus its variants, in the merchant's order
 * @param pictures in the merchant's order
 */
public record Product(
        ProductId id,
        ShopId shop,
        String title,
        String description,
        List<String> options,
        List<Sku> skus,
        List<Picture> pictures) {
    public Product {
        options = List.copyOf(options);
        skus = List.copyOf(skus);
        pictures = List.copyOf(pictures);
    }

    /**
     * One variant.
     *
     * @param options a value for each option of the product
     * @param code the merchant's own name for it; may be empty
     * @param price what it costs now; for its merchant what it costs without a sale
     * @param free how many can be ordered now; for its merchant how many lie on the shelf
     * @param sale the flash sale that this is the price of; absent when none runs
     */
    public record Sku(
            SkuId id,
            List<String> options,
            String code,
            Money price,
            int free,
            @Nullable SaleId sale) {
        public Sku {
            options = List.copyOf(options);
        }
    }

    /** A picture at an address whose content never changes. */
    public record Picture(String url, int width, int height) {}
}
