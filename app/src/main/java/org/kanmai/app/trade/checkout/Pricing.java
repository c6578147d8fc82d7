package org.kanmai.app.trade.checkout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kanmai.app.catalog.Offer;
import org.kanmai.app.catalog.stock.Stock;
import org.kanmai.app.trade.orders.Shown;
import org.kanmai.facts.Money;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;

/** The price of a wish: a pure function of the offers, whose terms sum to the total. */
final class Pricing {
    private static final int HASH_BYTES = 16;

    private Pricing() {}

    /**
     * Prices what is asked for; every wish must have its offer, and all of them one currency.
     *
     * @throws IllegalArgumentException when they have several currencies
     */
    static Quote quote(List<Wish> wishes, Map<SkuId, Offer> offers) {
        var orders = byShop(wishes, offers).values().stream().map(Pricing::shop).toList();
        var total =
                orders.stream().map(Quote.ShopQuote::total).reduce(Money::plus).orElseThrow();
        var shortages = wishes.stream()
                .filter(wish -> offer(wish, offers).free() < wish.units())
                .map(wish -> new Stock.Shortage(wish.sku(), offer(wish, offers).free()))
                .toList();
        return new Quote(hash(orders), orders, total, shortages);
    }

    private static Map<ShopId, List<Priced>> byShop(List<Wish> wishes, Map<SkuId, Offer> offers) {
        return wishes.stream()
                .map(wish -> new Priced(wish, offer(wish, offers)))
                .collect(Collectors.groupingBy(priced -> priced.offer.shop(), LinkedHashMap::new, Collectors.toList()));
    }

    private static Offer offer(Wish wish, Map<SkuId, Offer> offers) {
        return Objects.requireNonNull(offers.get(wish.sku()), "a wish without an offer");
    }

    private record Priced(Wish wish, Offer offer) {
        Shown.Line line() {
            return new Shown.Line(
                    offer.sku(),
                    new Shown.Item(offer.product(), offer.title(), offer.picture()),
                    offer.options(),
                    wish.units(),
                    offer.price(),
                    offer.price().times(wish.units()),
                    offer.free(),
                    offer.sale());
        }
    }

    /** Goods at their prices; parcels are sent free of charge. */
    private static Quote.ShopQuote shop(List<Priced> priced) {
        var first = priced.getFirst().offer;
        var lines = priced.stream().map(Priced::line).toList();
        var goods = lines.stream().map(Shown.Line::amount).reduce(Money::plus).orElseThrow();
        var shipping = goods.zero();
        return new Quote.ShopQuote(
                new Shown.Seller(first.shop(), first.shopName()),
                lines,
                List.of(
                        new Shown.Explained(Shown.Term.GOODS, goods),
                        new Shown.Explained(Shown.Term.SHIPPING, shipping)),
                goods.plus(shipping));
    }

    private static String hash(Collection<Quote.ShopQuote> orders) {
        var text = new StringBuilder();
        for (var order : orders) {
            text.append(order.shop().id()).append(' ').append(order.total()).append('\n');
            for (var line : order.lines()) {
                text.append(line.sku())
                        .append(' ')
                        .append(line.units())
                        .append(' ')
                        .append(line.price())
                        .append('\n');
            }
        }
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK lacks SHA-256", missing);
        }
    }
}
