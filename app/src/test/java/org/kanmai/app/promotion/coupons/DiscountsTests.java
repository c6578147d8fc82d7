package org.kanmai.app.promotion.coupons;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.promotion.coupons.Basket.Selling;
import org.kanmai.app.promotion.coupons.Coupon.Kind;
import org.kanmai.app.promotion.coupons.Purse.Standing;
import org.kanmai.app.promotion.coupons.Saving.Reason;
import org.kanmai.facts.CouponId;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.VoucherId;

@Tag("EC-21")
@Tag("SF-03")
class DiscountsTests {
    private static final ShopId TEA = new ShopId(1);
    private static final ShopId POTS = new ShopId(2);
    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final Choice BEST = new Choice.Best();

    private static Money yuan(long minor) {
        return Money.of(minor, "CNY");
    }

    private static Basket.Item item(ShopId shop, long product, long minor) {
        return new Basket.Item(shop, new ProductId(product), yuan(minor), Selling.USUAL);
    }

    private static Coupon coupon(
            long id, @Nullable ShopId shop, Kind kind, long off, int percent, long from, Long... products) {
        var some = List.of(products).stream().map(ProductId::new).toList();
        return new Coupon(
                new CouponId(id),
                shop,
                "c" + id,
                kind,
                yuan(off),
                percent,
                yuan(from),
                some,
                false,
                NOW,
                NOW.plusSeconds(9),
                List.of(),
                List.of());
    }

    private static Coupon coupon(long id, @Nullable ShopId shop, long off, long from, Long... products) {
        return coupon(id, shop, Kind.AMOUNT, off, 0, from, products);
    }

    private static Purse.Held held(long id, Coupon coupon) {
        return new Purse.Held(new VoucherId(id), coupon, yuan(1_000_000), NOW.plusSeconds(9));
    }

    private static Purse purse(Coupon... coupons) {
        var held = new ArrayList<Purse.Held>();
        for (var coupon : coupons) {
            held.add(held(100 + held.size(), coupon));
        }
        return new Purse(held, Standing.CUSTOMER);
    }

    private static long total(Saving saving) {
        return saving.offs().stream()
                .mapToLong(off -> off.shop().minor() + off.site().minor())
                .sum();
    }

    @Test
    void oneOfTheShopAndOneOfTheSiteTogetherAndThoseThatTakeOffMost() {
        var basket = new Basket(List.of(item(TEA, 1, 10_000)));
        var saving = Discounts.of(
                basket,
                purse(
                        coupon(1, TEA, 1_000, 5_000),
                        coupon(2, TEA, 1_500, 9_000),
                        coupon(3, null, 500, 0),
                        coupon(4, null, Kind.PERCENT, 800, 10, 0)),
                BEST);
        assertThat(total(saving)).isEqualTo(2_300);
        assertThat(saving.used()).extracting(Saving.Used::name).containsExactly("c2", "c4");
        assertThat(saving.refused()).extracting(Saving.Refused::reason).containsOnly(Reason.ANOTHER_IS_USED);
    }

    @Test
    void whatIsMissingAndWhyNotIsSaid() {
        var sold = new Basket.Item(TEA, new ProductId(3), yuan(9_000), Selling.FLASH_SALE);
        var basket = new Basket(List.of(item(TEA, 1, 8_800), sold));
        var saving = Discounts.of(
                basket,
                purse(
                        coupon(1, TEA, 2_000, 10_000),
                        coupon(2, POTS, 500, 0),
                        coupon(3, TEA, 500, 0, 3L),
                        coupon(4, null, Kind.FIRST_ORDER, 500, 0, 0)),
                BEST);
        assertThat(saving.near()).singleElement().satisfies(near -> {
            assertThat(near.missing()).isEqualTo(yuan(1_200));
            assertThat(near.off()).isEqualTo(yuan(2_000));
        });
        assertThat(saving.refused())
                .extracting(Saving.Refused::reason)
                .containsExactly(Reason.OTHER_PRODUCTS, Reason.FLASH_SALE, Reason.ORDERED_BEFORE);
        assertThat(total(saving)).isZero();
    }

    @Test
    void whoChoosesNoneGetsNoneAndWhoNamesTwoOfAShopGetsTheFirst() {
        var basket = new Basket(List.of(item(TEA, 1, 10_000)));
        var purse = purse(coupon(1, TEA, 1_000, 0), coupon(2, TEA, 1_500, 0));
        assertThat(total(Discounts.of(basket, purse, new Choice.These(List.of()))))
                .isZero();
        var both = Discounts.of(basket, purse, new Choice.These(List.of(new VoucherId(100), new VoucherId(101))));
        assertThat(total(both)).isEqualTo(1_000);
    }

    @Test
    void aBudgetThatDoesNotReachIsNotTouched() {
        var basket = new Basket(List.of(item(TEA, 1, 10_000)));
        var poor = new Purse.Held(new VoucherId(9), coupon(1, TEA, 1_000, 0), yuan(999), NOW);
        var saving = Discounts.of(basket, new Purse(List.of(poor), Standing.CUSTOMER), BEST);
        assertThat(saving.refused()).extracting(Saving.Refused::reason).containsExactly(Reason.USED_UP);
    }

    /** Every line keeps something to be paid, parts sum to what each voucher takes off, and nobody pays more than without. */
    @Property(tries = 400)
    void partsSumToTheWholeAndSomethingIsLeftOfEveryLine(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 1, max = 3_000) Long> amounts,
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 4_000) Integer> offs) {
        var basket = basket(amounts);
        var saving = Discounts.of(basket, purse(coupons(offs)), BEST);
        for (int line = 0; line < amounts.size(); line++) {
            var off = saving.offs().get(line);
            assertThat(off.shop().minor()).isNotNegative();
            assertThat(off.site().minor()).isNotNegative();
            assertThat(amounts.get(line) - off.shop().minor() - off.site().minor())
                    .isPositive();
        }
        assertThat(saving.used().stream().mapToLong(used -> used.off().minor()).sum())
                .isEqualTo(total(saving));
    }

    /** Two buyers with the same lines and the same coupons have the same price, whatever their vouchers' numbers and order. */
    @Property(tries = 400)
    void equalLinesAndCouponsGiveEqualPrices(
            @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 1, max = 3_000) Long> amounts,
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 4_000) Integer> offs) {
        var coupons = List.of(coupons(offs));
        var twin = new ArrayList<Purse.Held>();
        for (int place = coupons.size() - 1; place >= 0; place--) {
            twin.add(held(900 + place, coupons.get(place)));
        }
        var one = Discounts.of(basket(amounts), purse(coupons.toArray(Coupon[]::new)), BEST);
        var other = Discounts.of(basket(amounts), new Purse(twin, Standing.CUSTOMER), BEST);
        assertThat(total(one)).isEqualTo(total(other));
    }

    /** With one shop, no pair that somebody could choose takes off more than the best. */
    @Property(tries = 200)
    void noChoiceTakesOffMoreThanTheBest(
            @ForAll @Size(min = 1, max = 5) List<@LongRange(min = 1, max = 3_000) Long> amounts,
            @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 1, max = 4_000) Integer> offs) {
        var basket = new Basket(amounts.stream()
                .map(amount -> item(TEA, 1 + amount % 3, amount))
                .toList());
        var purse = purse(coupons(offs));
        long best = total(Discounts.of(basket, purse, BEST));
        for (var one : purse.vouchers()) {
            for (var other : purse.vouchers()) {
                var chosen = Discounts.of(basket, purse, new Choice.These(List.of(one.id(), other.id())));
                assertThat(total(chosen)).isLessThanOrEqualTo(best);
            }
        }
    }

    private static Basket basket(List<Long> amounts) {
        var items = new ArrayList<Basket.Item>();
        amounts.forEach(amount -> items.add(item(items.size() % 2 == 0 ? TEA : POTS, 1 + amount % 3, amount)));
        return new Basket(items);
    }

    private static Coupon[] coupons(List<Integer> offs) {
        var coupons = new ArrayList<Coupon>();
        for (int off : offs) {
            int place = coupons.size();
            var shop = List.of(List.of(TEA), List.of(POTS), List.<ShopId>of()).get(place % 3);
            coupons.add(coupon(
                    1 + place,
                    shop.isEmpty() ? null : shop.getFirst(),
                    off % 2 == 0 ? Kind.PERCENT : Kind.AMOUNT,
                    off,
                    off % 2 == 0 ? 1 + off % 90 : 0,
                    off % 5 == 0 ? off : 0,
                    off % 7 == 0 ? new Long[] {2L} : new Long[0]));
        }
        return coupons.toArray(Coupon[]::new);
    }
}
