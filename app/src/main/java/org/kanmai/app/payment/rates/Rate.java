package org.kanmai.app.payment.rates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What one unit of a currency was about worth in another on a day.
 *
 * @param from code of ISO 4217
 * @param to another code
 * @param value above 0, with at most 8 decimals and 9 digits before them
 * @param source who says so, 1-100 characters
 */
record Rate(String from, String to, LocalDate day, BigDecimal value, String source) {
    private static final int MOST_DECIMALS = 8;
    private static final int MOST_DIGITS = 9;
    private static final int LONGEST_SOURCE = 100;

    Rate {
        if (Currency.getInstance(from).equals(Currency.getInstance(to))) {
            throw new IllegalArgumentException("from and to must differ");
        }
        value = value.stripTrailingZeros();
        if (value.signum() <= 0 || value.scale() > MOST_DECIMALS || value.precision() - value.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "the value must be above 0, with at most 8 decimals and 9 digits before them");
        }
        if (source.isBlank() || source.length() > LONGEST_SOURCE) {
            throw new IllegalArgumentException("the source must have 1-100 characters");
        }
    }
}
