package org.kanmai.app.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.freight.Delivery;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.SaleId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;

/**
 * A variant that can be ordered now, with what a buyer must know of it.
 *
 * @param options a value for each option of the product
 * @param picture address of the product's first picture; absent when it has none
 * @param free how many can be ordered now
 * @param sale the flash sale whose price this is; absent when none runs
 * @param delivery what sending it costs, and from where it goes
 * @param room whose price this is alone; absent for a price that holds everywhere
 */
public record Offer(
        SkuId sku,
        ProductId product,
        String title,
        List<String> options,
        @Nullable String picture,
        Money price,
        int free,
        @Nullable SaleId sale,
        ShopId shop,
        String shopName,
        Delivery delivery,
        @Nullable RoomId room) {
    public Offer {
        options = List.copyOf(options);
    }
}
