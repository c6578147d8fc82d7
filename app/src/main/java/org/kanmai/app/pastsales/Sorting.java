package org.kanmai.app.pastsales;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.pastsales.Sorted.Kept;
import org.kanmai.app.pastsales.Sorted.Kind;
import org.kanmai.app.pastsales.Sorted.Reason;
import org.kanmai.app.pastsales.Sorted.Refused;

/** Tells sales, cancellations and adjustments from corrections of a stock, and works out their amounts. */
final class Sorting {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private final int digits;

    Sorting(Currency currency) {
        this.digits = currency.getDefaultFractionDigits();
    }

    /** Returns what a line is; its amount is price times units, rounded half up to the smallest unit. */
    Sorted sort(SalesRow row) {
        var kind = kind(row);
        if (kind == null) {
            return new Refused(row.place(), row.number(), Reason.STOCK_CORRECTION);
        }
        var amount = row.price().multiply(BigDecimal.valueOf(row.units()));
        if (amount.abs().compareTo(MOST) > 0) {
            return new Refused(row.place(), row.number(), Reason.UNREADABLE);
        }
        return new Kept(
                row,
                kind,
                amount.setScale(digits, RoundingMode.HALF_UP).unscaledValue().longValueExact());
    }

    private static @Nullable Kind kind(SalesRow row) {
        var number = row.number().toUpperCase(Locale.ROOT);
        int price = row.price().signum();
        if (number.startsWith("A")) {
            return price == 0 || row.units() == 0 ? null : Kind.ADJUSTMENT;
        }
        if (number.startsWith("C")) {
            return price > 0 && row.units() < 0 ? Kind.CANCELLATION : null;
        }
        return price > 0 && row.units() > 0 ? Kind.SALE : null;
    }
}
