package org.kanmai.app.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.service.V1Services;
import java.util.Optional;
import org.kanmai.app.payment.PaymentProvider.ProviderAway;

/** Calls of Stripe's SDK, each with a time limit and none repeated behind our back: what is repeated has a key. */
final class StripeCalls {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int NOT_FOUND = 404;

    private final StripeClient client;

    StripeCalls(StripeSettings settings) {
        var builder = StripeClient.builder()
                .setApiKey(settings.key())
                .setConnectTimeout(PATIENCE_MILLIS)
                .setReadTimeout(PATIENCE_MILLIS)
                .setMaxNetworkRetries(0);
        var address = settings.address();
        this.client = (address == null ? builder : builder.setApiBase(address.toString())).build();
    }

    /** A question to Stripe. */
    interface Question<T> {
        T of(V1Services stripe) throws StripeException;
    }

    <T> T ask(Question<T> question) {
        return find(question).orElseThrow(() -> new ProviderAway("Stripe has no such thing", null));
    }

    /** Asks for what may not be there. */
    <T> Optional<T> find(Question<T> question) {
        try {
            return Optional.of(question.of(client.v1()));
        } catch (ApiConnectionException away) {
            throw new ProviderAway("Stripe does not answer", away);
        } catch (StripeException refused) {
            if (refused.getStatusCode() != null && refused.getStatusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw new ProviderAway("Stripe answers " + refused.getStatusCode() + " " + refused.getCode(), refused);
        }
    }

    static RequestOptions once(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}
