package org.kanmai.app.payment.stripe;

import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData.ProductData;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.kanmai.app.payment.PaymentProvider.Charge;
import org.kanmai.facts.Money;

/** What a session of Stripe's Checkout is asked to be: one line, our number on it, an end. */
final class Checkout {
    /** Stripe ends no session earlier than half an hour after it began; a repeated wish must say the same for a while. */
    private static final Duration SHORTEST = Duration.ofMinutes(45);

    private Checkout() {}

    static SessionCreateParams of(Charge charge, URI site) {
        var orders = site.resolve("/orders").toString();
        var payment = charge.payment().toString();
        return SessionCreateParams.builder()
                .setMode(Mode.PAYMENT)
                .setClientReferenceId(payment)
                .putMetadata(StripeProvider.PAYMENT, payment)
                .setPaymentIntentData(PaymentIntentData.builder()
                        .putMetadata(StripeProvider.PAYMENT, payment)
                        .build())
                .addLineItem(line(charge))
                .setSuccessUrl(orders)
                .setCancelUrl(orders)
                .setExpiresAt(end(charge).getEpochSecond())
                .build();
    }

    private static LineItem line(Charge charge) {
        var price = PriceData.builder()
                .setCurrency(charge.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT))
                .setUnitAmount(charge.amount().minor())
                .setProductData(ProductData.builder().setName(charge.shownAs()).build())
                .build();
        return LineItem.builder().setQuantity(1L).setPriceData(price).build();
    }

    private static Instant end(Charge charge) {
        var earliest = charge.madeAt().plus(SHORTEST);
        return charge.expiresAt().isBefore(earliest) ? earliest : charge.expiresAt();
    }

    static Money amount(Session session) {
        return StripeProvider.money(session.getAmountTotal(), session.getCurrency());
    }
}
