package org.kanmai.app.trade.checkout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Offer;
import org.kanmai.app.catalog.stock.Stock;
import org.kanmai.app.identity.regions.Region;
import org.kanmai.app.promotion.coupons.Basket;
import org.kanmai.app.promotion.coupons.Coupon;
import org.kanmai.app.promotion.coupons.Discounts;
import org.kanmai.app.promotion.coupons.Saving;
import org.kanmai.app.trade.orders.Shown;
import org.kanmai.facts.Money;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;

/** The price of a wish: a pure function of the offers and the buyer's vouchers, whose terms sum to the total. */
final class Pricing {
    private static final int HASH_BYTES = 16;

    private Pricing() {}

    /**
     * Prices what is asked for; every wish must have its offer, and all of them one currency.
     *
     * @param to where it goes; absent while that is not known or nothing hangs on it
     * @throws IllegalArgumentException when they have several currencies
     */
    static Quote quote(List<Wish> wishes, Map<SkuId, Offer> offers, Wallet wallet, @Nullable Region to) {
        var shops = List.copyOf(byShop(wishes, offers).values());
        var selling = selling(wallet);
        var basket = shops.stream()
                .flatMap(List::stream)
                .map(priced -> priced.item(selling))
                .toList();
        var saving = Discounts.of(new Basket(basket), wallet.purse(), wallet.choice());
        var orders = orders(shops, saving, to);
        var total =
                orders.stream().map(Quote.ShopQuote::total).reduce(Money::plus).orElseThrow();
        var shortages = wishes.stream()
                .filter(wish -> offer(wish, offers).free() < wish.units())
                .map(wish -> new Stock.Shortage(wish.sku(), offer(wish, offers).free()))
                .toList();
        return new Quote(
                hash(orders),
                orders,
                total,
                new Quote.Unused(saving.near(), saving.refused()),
                Quote.Delivery.of(orders),
                shortages);
    }

    private static Map<ShopId, List<Priced>> byShop(List<Wish> wishes, Map<SkuId, Offer> offers) {
        return wishes.stream()
                .map(wish -> new Priced(wish, offer(wish, offers)))
                .collect(Collectors.groupingBy(priced -> priced.offer.shop(), LinkedHashMap::new, Collectors.toList()));
    }

    /** A price that may still fall is nothing to take a coupon off. */
    private static Basket.Selling selling(Wallet wallet) {
        var joining = wallet.joining();
        if (joining == null) {
            return Basket.Selling.USUAL;
        }
        return joining.deal().falls() ? Basket.Selling.FALLING : Basket.Selling.GROUP_BUY;
    }

    private static Offer offer(Wish wish, Map<SkuId, Offer> offers) {
        return Objects.requireNonNull(offers.get(wish.sku()), "a wish without an offer");
    }

    private record Priced(Wish wish, Offer offer) {
        Basket.Item item(Basket.Selling usual) {
            return new Basket.Item(
                    offer.shop(),
                    offer.product(),
                    offer.price().times(wish.units()),
                    offer.sale() == null ? usual : Basket.Selling.FLASH_SALE);
        }

        Shown.Line line(Saving.Off off) {
            return new Shown.Line(
                    offer.sku(),
                    new Shown.Item(offer.product(), offer.title(), offer.picture()),
                    offer.options(),
                    wish.units(),
                    offer.price(),
                    offer.price().times(wish.units()),
                    new Shown.Off(off.shop(), off.site()),
                    offer.free(),
                    offer.sale(),
                    null,
                    offer.room());
        }
    }

    /** What is taken off has the order of the lines, shop by shop. */
    private static List<Quote.ShopQuote> orders(List<List<Priced>> shops, Saving saving, @Nullable Region to) {
        var orders = new ArrayList<Quote.ShopQuote>();
        int line = 0;
        for (var priced : shops) {
            var shop = priced.getFirst().offer.shop();
            var used = saving.used().stream()
                    .filter(each -> each.shop().equals(shop))
                    .toList();
            orders.add(shop(priced, saving.offs().subList(line, line + priced.size()), used, to));
            line += priced.size();
        }
        return orders;
    }

    /** Goods at their prices, less what coupons take off, and what it costs to send them. */
    private static Quote.ShopQuote shop(
            List<Priced> priced, List<Saving.Off> offs, List<Saving.Used> used, @Nullable Region to) {
        var first = priced.getFirst().offer;
        var lines = IntStream.range(0, priced.size())
                .mapToObj(place -> priced.get(place).line(offs.get(place)))
                .toList();
        var goods = lines.stream().map(Shown.Line::amount).reduce(Money::plus).orElseThrow();
        var sending = Sending.of(
                priced.stream()
                        .map(each -> new Sending.Part(each.offer, each.wish.units()))
                        .toList(),
                to);
        var explained = explained(goods, used, sending.freight());
        var total = explained.stream()
                .map(Shown.Explained::amount)
                .reduce(Money::plus)
                .orElseThrow();
        return new Quote.ShopQuote(
                new Shown.Seller(first.shop(), first.shopName()), lines, explained, total, used, sending);
    }

    private static List<Shown.Explained> explained(Money goods, List<Saving.Used> used, Money freight) {
        var terms = new ArrayList<Shown.Explained>();
        terms.add(Shown.Explained.of(Shown.Term.GOODS, goods));
        for (var each : used) {
            var term = each.funder() == Coupon.Funder.SHOP ? Shown.Term.SHOP_COUPON : Shown.Term.SITE_COUPON;
            terms.add(new Shown.Explained(term, each.off().negated(), new Shown.By(each.voucher(), each.name())));
        }
        terms.add(Shown.Explained.of(Shown.Term.SHIPPING, freight));
        return terms;
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
            order.used()
                    .forEach(used -> text.append(used.voucher())
                            .append(' ')
                            .append(used.off())
                            .append('\n'));
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
