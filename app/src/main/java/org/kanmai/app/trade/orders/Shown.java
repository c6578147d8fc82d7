package org.kanmai.app.trade.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.SaleId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;

/** The parts that quotes, carts and orders show alike. */
public final class Shown {
    private Shown() {}

    /** A shop by its name. */
    public record Seller(ShopId id, String name) {}

    /** A product by its title and its first picture. */
    public record Item(ProductId id, String title, @Nullable String picture) {}

    /** One line; {@code amount} is what its units cost together, {@code free} how many are left, absent once it is ordered, {@code sale} the flash sale whose price it is. */
    public record Line(
            SkuId sku,
            Item product,
            List<String> options,
            int units,
            Money price,
            Money amount,
            @Nullable Integer free,
            @Nullable SaleId sale) {}

    /** One term of a price, so that every cent has a reason. */
    public record Explained(Term term, Money amount) {}

    /** Why something is to be paid. */
    public enum Term implements Code {
        GOODS,
        SHIPPING
    }
}
