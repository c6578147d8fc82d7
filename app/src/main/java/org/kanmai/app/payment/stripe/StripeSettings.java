package org.kanmai.app.payment.stripe;

import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * By what Stripe and this site know each other.
 *
 * @param key the secret key, or a restricted one; one for tests begins with {@code sk_test_} or {@code rk_test_}
 * @param webhookSecret of the endpoint to which Stripe reports, {@code whsec_…}
 * @param site address of this site, to which buyers return
 * @param address of Stripe's API; absent for Stripe's own
 * @param currencies in which it takes money; absent for CNY, EUR, GBP, HKD, JPY and USD
 */
@ConditionalOnProperty("kanmai.payment.stripe.key")
@ConfigurationProperties("kanmai.payment.stripe")
record StripeSettings(
        String key,
        String webhookSecret,
        URI site,
        @Nullable URI address,
        @Nullable List<Currency> currencies) {
    private static final List<String> USUAL = List.of("CNY", "EUR", "GBP", "HKD", "JPY", "USD");

    /** Stripe counts these in another unit than ISO 4217 does. */
    private static final Set<String> COUNTED_OTHERWISE = Set.of("ISK", "UGX", "MGA");

    StripeSettings {
        currencies =
                currencies == null ? USUAL.stream().map(Currency::getInstance).toList() : List.copyOf(currencies);
        for (var currency : currencies) {
            if (COUNTED_OTHERWISE.contains(currency.getCurrencyCode()) || currency.getDefaultFractionDigits() > 2) {
                throw new IllegalArgumentException("kanmai.payment.stripe.currencies: not " + currency);
            }
        }
    }

    boolean takes(Currency currency) {
        return currencies != null && currencies.contains(currency);
    }

    /** Returns whether the key moves no real money. */
    boolean test() {
        return key.contains("_test_");
    }

    /** Never the secrets: what prints settings must not print keys. */
    @Override
    public String toString() {
        return "StripeSettings[" + site + ", " + currencies + (test() ? ", test" : "") + "]";
    }
}
