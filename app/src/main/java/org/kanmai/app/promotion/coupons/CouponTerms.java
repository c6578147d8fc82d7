package org.kanmai.app.promotion.coupons;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Code;
import org.kanmai.facts.CouponId;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;

/**
 * A coupon as it is sent by whoever makes it.
 *
 * @param percent only for that kind
 * @param threshold absent for none
 * @param products absent or empty for all, where no shops and no categories are named
 * @param onSales absent for no
 * @param friends how many must help, only for one that is had that way: 1-10
 * @param code only for one that is had by telling it: 6-20 letters and digits
 * @param shops all of which it is for besides; only for the site
 * @param categories all of which it is for besides; only for the site
 */
record CouponTerms(
        String name,
        String kind,
        Money off,
        @Nullable Integer percent,
        @Nullable Money threshold,
        @Nullable List<ProductId> products,
        @Nullable Boolean onSales,
        String way,
        @Nullable String code,
        @Nullable Integer friends,
        Instant startsAt,
        Instant endsAt,
        int hours,
        Money budget,
        int pieces,
        int most,
        @Nullable List<ShopId> shops,
        @Nullable List<Integer> categories) {
    static final int MOST_PRODUCTS = 100;
    private static final long LARGEST = 100_000_000_000L;
    private static final int LONGEST_NAME = 30;
    private static final int MOST_PERCENT = 90;
    private static final int MOST_HOURS = 8_760;
    private static final int MOST_PIECES = 1_000_000;
    private static final int MOST_EACH = 20;
    private static final int MOST_FRIENDS = 10;
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Instant LAST = Instant.parse("2500-01-01T00:00:00Z");

    /** Returns the coupon; refuses with 422 what is out of the rules. */
    OwnCoupon coupon(CouponId id, @Nullable ShopId shop, Instant now) {
        var what = parse("kind", Coupon.Kind.class, kind);
        var how = parse("way", Coupon.Way.class, way);
        checkMoney();
        checkTimes(now);
        refuseUnless(
                (what == Coupon.Kind.PERCENT) == (share() > 0) && share() <= MOST_PERCENT,
                "percent",
                "must be 1-90, for that kind only");
        refuseUnless(what != Coupon.Kind.FIRST_ORDER || most == 1, "most", "is 1 for a first order");
        refuseUnless(pieces >= 1 && pieces <= MOST_PIECES, "pieces", "must be 1-1000000");
        refuseUnless(most >= 1 && most <= MOST_EACH, "most", "must be 1-20");
        refuseUnless(
                (how == Coupon.Way.FRIENDS) == (helpers() > 0) && helpers() <= MOST_FRIENDS,
                "friends",
                "must be 1-10, for that way only");
        refuseUnless(how != Coupon.Way.FRIENDS || most == 1, "most", "is 1 where friends help");
        return new OwnCoupon(
                new Coupon(
                        id,
                        shop,
                        words(),
                        what,
                        off,
                        share(),
                        least(),
                        products(),
                        onSales != null && onSales,
                        startsAt,
                        endsAt,
                        shops(),
                        categories()),
                how,
                code(how),
                hours,
                budget,
                budget.zero(),
                pieces,
                0,
                most,
                helpers(),
                OwnCoupon.State.OPEN);
    }

    private int share() {
        return percent == null ? 0 : percent;
    }

    private int helpers() {
        return friends == null ? 0 : friends;
    }

    private Money least() {
        return threshold == null ? off.zero() : threshold;
    }

    @Override
    public List<ProductId> products() {
        return products == null ? List.of() : List.copyOf(products);
    }

    @Override
    public List<ShopId> shops() {
        return shops == null ? List.of() : List.copyOf(shops);
    }

    @Override
    public List<Integer> categories() {
        return categories == null ? List.of() : List.copyOf(categories);
    }

    private static void checkNamed(String field, List<?> named) {
        refuseUnless(
                named.size() <= MOST_PRODUCTS && new HashSet<>(named).size() == named.size(),
                field,
                "must be at most 100, each once");
    }

    private void checkMoney() {
        refuseUnless(off.minor() >= 1 && off.minor() <= LARGEST, "off", "must be above 0");
        refuseUnless(least().minor() >= 0 && least().minor() <= LARGEST, "threshold", "must not be below 0");
        refuseUnless(
                least().currency().equals(off.currency()), "threshold", "must have the currency of what is taken off");
        refuseUnless(
                "percent".equals(kind) || least().isZero() || least().minor() > off.minor(),
                "threshold",
                "must be above what is taken off");
        refuseUnless(
                budget.currency().equals(off.currency()) && budget.minor() >= off.minor() && budget.minor() <= LARGEST,
                "budget",
                "must be enough for one, in the same currency");
        checkNamed("products", products());
        checkNamed("shops", shops());
        checkNamed("categories", categories());
    }

    private void checkTimes(Instant now) {
        refuseUnless(startsAt.isAfter(Instant.EPOCH) && startsAt.isBefore(LAST), "startsAt", "is no time for this");
        refuseUnless(
                endsAt.isAfter(startsAt) && endsAt.isAfter(now) && !endsAt.isAfter(startsAt.plus(LONGEST)),
                "endsAt",
                "must be after the start and now, at most 366 days long");
        refuseUnless(hours >= 1 && hours <= MOST_HOURS, "hours", "must be 1-8760");
    }

    private String words() {
        var text = name.strip();
        int length = text.codePointCount(0, text.length());
        refuseUnless(
                length >= 2 && length <= LONGEST_NAME && text.codePoints().noneMatch(Character::isISOControl),
                "name",
                "must have 2-30 characters");
        return text;
    }

    private @Nullable String code(Coupon.Way how) {
        if (how != Coupon.Way.CODE) {
            return null;
        }
        refuseUnless(code != null && code.matches("[A-Za-z0-9]{6,20}"), "code", "must be 6-20 letters and digits");
        return code == null ? null : code.toUpperCase(Locale.ROOT);
    }

    private static <E extends Enum<E> & Code> E parse(String field, Class<E> type, String code) {
        try {
            return Code.parse(type, code);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid(field, "is none of those known");
        }
    }

    private static void refuseUnless(boolean allowed, String field, String reason) {
        if (!allowed) {
            throw Refusal.invalid(field, reason);
        }
    }
}
