package org.kanmai.app.payment.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kanmai.app.payment.PaymentProvider.Kind;
import org.kanmai.app.payment.PaymentProvider.Notification;
import org.kanmai.app.payment.PaymentProvider.Sent;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Money;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stripe's webhooks: believed for an HMAC over time and body, for five minutes. */
final class StripeEvents {
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final StripeSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    StripeEvents(StripeSettings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    Optional<Notification> read(Sent sent) {
        check(sent);
        try {
            var event = json.readTree(sent.body());
            return isOurs(event) ? about(event, event.at("/data/object")) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException malformed) {
            throw Refusal.invalid("body", "is no event");
        }
    }

    private void check(Sent sent) {
        try {
            Webhook.Signature.verifyHeader(
                    sent.body(),
                    sent.headers().get("Stripe-Signature"),
                    settings.webhookSecret(),
                    FRESH.toSeconds(),
                    clock);
        } catch (SignatureVerificationException forged) {
            throw new Refusal(
                    HttpStatus.UNAUTHORIZED,
                    "not-signed",
                    "Not from the provider",
                    "The signature does not hold, or its time is more than five minutes away.");
        }
    }

    /** Of this mode, and of the account itself, not of one connected to it. */
    private boolean isOurs(JsonNode event) {
        return event.path("livemode").asBoolean(false) != settings.test()
                && event.path("account").isMissingNode();
    }

    private static Optional<Notification> about(JsonNode event, JsonNode object) {
        return switch (event.path("type").asString("")) {
            case "checkout.session.completed", "checkout.session.async_payment_succeeded" ->
                session(event, object, Kind.PAID).filter(told -> isPaid(object));
            case "checkout.session.expired", "checkout.session.async_payment_failed" ->
                session(event, object, Kind.CLOSED);
            case "refund.created", "refund.updated", "charge.refund.updated" -> refund(event, object);
            default -> Optional.empty();
        };
    }

    private static boolean isPaid(JsonNode session) {
        return session.path("payment_status").asString("").equals("paid");
    }

    private static Optional<Notification> session(JsonNode event, JsonNode session, Kind kind) {
        var payment = session.path("metadata").path(StripeProvider.PAYMENT).asString("");
        if (payment.isEmpty()
                || !session.path("client_reference_id").asString("").equals(payment)) {
            return Optional.empty();
        }
        return Optional.of(told(event, kind, payment, 0, amount(session.path("amount_total"), session)));
    }

    private static Optional<Notification> refund(JsonNode event, JsonNode refund) {
        var payment = refund.path("metadata").path(StripeProvider.PAYMENT).asString("");
        var number = refund.path("metadata").path(StripeProvider.REFUND).asString("");
        if (payment.isEmpty()
                || number.isEmpty()
                || !refund.path("status").asString("").equals("succeeded")) {
            return Optional.empty();
        }
        var amount = amount(refund.path("amount"), refund);
        return Optional.of(told(event, Kind.REFUNDED, payment, Long.parseLong(number), amount));
    }

    private static Money amount(JsonNode minor, JsonNode object) {
        if (!minor.isIntegralNumber()) {
            throw new IllegalArgumentException("no amount");
        }
        return StripeProvider.money(minor.asLong(), object.path("currency").asString(""));
    }

    private static Notification told(JsonNode event, Kind kind, String payment, long refund, Money amount) {
        var at = Instant.ofEpochSecond(event.path("created").asLong(0));
        return new Notification(kind, StripeProvider.payment(payment), refund, amount, at, "");
    }
}
