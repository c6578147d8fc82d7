package org.kanmai.sandbox.money;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** Writes amounts as people read them: ¥39.00, €1,234.50, JP¥500. */
public final class Prices {
    /** Two currencies share a sign; the yuan keeps it in every language. */
    private static final Map<String, String> SIGNS = Map.of("CNY", "¥", "JPY", "JP¥");

    private Prices() {}

    /** Returns the amount in the way of this language, with as many decimals as its currency has. */
    public static String write(Amount amount, Locale locale) {
        var currency = Currency.getInstance(amount.currency());
        int decimals = currency.getDefaultFractionDigits();
        var format = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
        var symbols = format.getDecimalFormatSymbols();
        symbols.setCurrency(currency);
        symbols.setCurrencySymbol(sign(currency, locale));
        format.setDecimalFormatSymbols(symbols);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(BigDecimal.valueOf(amount.minor(), decimals));
    }

    /** Letters keep a space from the number, a sign doesn't. */
    private static String sign(Currency currency, Locale locale) {
        var sign = SIGNS.getOrDefault(currency.getCurrencyCode(), currency.getSymbol(locale));
        return Character.isLetter(sign.charAt(sign.length() - 1)) ? sign + "\u00a0" : sign;
    }
}
