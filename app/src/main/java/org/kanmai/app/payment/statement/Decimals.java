package org.kanmai.app.payment.statement;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.kanmai.facts.Money;

/** Amounts as providers write them, {@code 12.34}, and as they are counted here. */
public final class Decimals {
    private Decimals() {}

    /** Returns an amount; throws {@link IllegalArgumentException} or {@link ArithmeticException} for what is none, or finer than the currency. */
    public static Money money(String decimal, String currency) {
        var known = Currency.getInstance(currency.toUpperCase(Locale.ROOT));
        if (!decimal.matches("-?[0-9]{1,15}(\\.[0-9]{1,4})?")) {
            throw new IllegalArgumentException("no amount: " + decimal);
        }
        var minor = new BigDecimal(decimal).movePointRight(known.getDefaultFractionDigits());
        return new Money(minor.longValueExact(), known);
    }

    /** Returns the size of an amount, whichever way it went. */
    public static Money size(Money money) {
        return money.isNegative() ? money.negated() : money;
    }

    /** Returns how an amount is written. */
    public static String text(Money money) {
        return BigDecimal.valueOf(money.minor(), money.currency().getDefaultFractionDigits())
                .toPlainString();
    }
}
