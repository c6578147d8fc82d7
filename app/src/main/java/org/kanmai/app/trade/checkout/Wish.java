package org.kanmai.app.trade.checkout;

import java.util.HashSet;
import java.util.List;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.SkuId;

/** So many units of a variant, as a buyer asks for them. */
record Wish(SkuId sku, int units) {
    private static final int MOST_LINES = 50;
    static final int MOST_UNITS = 99;

    /** Checks what is asked for together: each variant once, in numbers that people buy. */
    static List<Wish> check(List<Wish> wishes) {
        var skus = new HashSet<SkuId>(wishes.stream().map(Wish::sku).toList());
        if (wishes.isEmpty() || wishes.size() > MOST_LINES || skus.size() < wishes.size()) {
            throw Refusal.invalid("lines", "must be 1-" + MOST_LINES + ", each variant once");
        }
        wishes.forEach(wish -> units(wish.units()));
        return List.copyOf(wishes);
    }

    static int units(int units) {
        if (units < 1 || units > MOST_UNITS) {
            throw Refusal.invalid("units", "must be 1-" + MOST_UNITS);
        }
        return units;
    }
}
