package org.kanmai.app.payment.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kanmai.app.payment.stand.Stand;
import org.kanmai.facts.PaymentId;

/** Stripe's side: sessions and refunds under idempotency keys, events signed as its documents say. */
public final class StripeStand extends Stand {
    static final String KEY = "sk_live_of_a_test";
    static final String SECRET = "whsec_of_a_test";
    private final Map<String, Map<String, String>> sessions = new ConcurrentHashMap<>();
    private final Map<String, String> once = new ConcurrentHashMap<>();
    private final Map<String, String> refunds = new ConcurrentHashMap<>();
    private final java.util.List<String> balance = new java.util.concurrent.CopyOnWriteArrayList<>();

    StripeSettings settings() {
        return new StripeSettings(KEY, SECRET, URI.create("https://site.example"), address(), null);
    }

    @Override
    protected Said answer(Asked asked) {
        if (!asked.header("authorization").equals("Bearer " + KEY)) {
            return Said.json(401, "{\"error\": {\"type\": \"invalid_request_error\"}}");
        }
        var path = asked.uri().getPath();
        var key = asked.header("idempotency-key");
        if (path.equals("/v1/checkout/sessions")) {
            var id = once.computeIfAbsent(key, any -> "cs_live_" + key);
            sessions.putIfAbsent(id, new ConcurrentHashMap<>(asked.form()));
            return Said.json(200, session(id));
        }
        if (path.equals("/v1/refunds") && asked.method().equals("POST")) {
            var made = refunds.computeIfAbsent(key, any -> refund(asked.form()));
            return Said.json(200, made);
        }
        if (path.equals("/v1/balance_transactions")) {
            return Said.json(
                    200,
                    "{\"object\": \"list\", \"url\": \"/v1/balance_transactions\", \"has_more\": false, \"data\": [%s]}"
                            .formatted(String.join(", ", balance)));
        }
        if (path.equals("/v1/refunds")) {
            return Said.json(
                    200,
                    "{\"object\": \"list\", \"has_more\": false, \"data\": [%s]}"
                            .formatted(String.join(", ", refunds.values())));
        }
        var id = path.replace("/v1/checkout/sessions/", "").replace("/expire", "");
        if (!sessions.containsKey(id)) {
            return Said.json(404, "{\"error\": {\"type\": \"invalid_request_error\", \"code\": \"resource_missing\"}}");
        }
        if (path.endsWith("/expire")) {
            kept(id).put("status", "expired");
        }
        return Said.json(200, session(id));
    }

    /** Writes a line of the balance; its amount is that of Stripe's account, in another currency. */
    void moved(String type, long minor, Instant at, String source) {
        balance.add("""
                {"id": "txn_%d", "object": "balance_transaction", "type": "%s", "amount": %d, "currency": "eur",
                 "created": %d, "source": %s}""".formatted(balance.size(), type, minor, at.getEpochSecond(), source));
    }

    /** Takes the buyer's money, and says nothing. */
    void pay(PaymentId payment) {
        kept(reference(payment)).put("payment_status", "paid");
    }

    static String reference(PaymentId payment) {
        return "cs_live_charge-" + payment;
    }

    private Map<String, String> kept(String id) {
        return java.util.Objects.requireNonNull(sessions.get(id), id);
    }

    private String session(String id) {
        var wanted = kept(id);
        return """
                {"id": "%s", "object": "checkout.session", "livemode": true, "status": "%s", "payment_status": "%s",
                 "amount_total": %s, "currency": "%s", "client_reference_id": "%s", "payment_intent": "pi_%s",
                 "url": "https://checkout.stripe.com/c/pay/%s", "metadata": {"kanmai_payment": "%s"}}""".formatted(
                        id,
                        wanted.getOrDefault("status", "open"),
                        wanted.getOrDefault("payment_status", "unpaid"),
                        wanted.get("line_items[0][price_data][unit_amount]"),
                        wanted.get("line_items[0][price_data][currency]"),
                        wanted.get("client_reference_id"),
                        id,
                        id,
                        wanted.get("metadata[kanmai_payment]"));
    }

    private static String refund(Map<String, String> wanted) {
        return """
                {"id": "re_%s", "object": "refund", "status": "succeeded", "amount": %s, "currency": "cny",
                 "metadata": {"kanmai_payment": "%s", "kanmai_refund": "%s"}}""".formatted(
                        wanted.get("metadata[kanmai_refund]"),
                        wanted.get("amount"),
                        wanted.get("metadata[kanmai_payment]"),
                        wanted.get("metadata[kanmai_refund]"));
    }

    /** Returns what is sent when a payment is paid: the body, and the header that signs it. */
    public static Map.Entry<String, String> told(PaymentId payment, long minor, Instant at) {
        var body = paid(payment, minor, "cny", at);
        return Map.entry(body, signature(body, at, SECRET));
    }

    /** Takes the buyer's money, and says nothing. */
    public void silently(PaymentId payment) {
        pay(payment);
    }

    /** Returns an event as Stripe sends it. */
    static String paid(PaymentId payment, long minor, String currency, Instant at) {
        return event(
                "checkout.session.completed", """
                {"id": "%s", "object": "checkout.session", "payment_status": "paid", "status": "complete",
                 "amount_total": %d, "currency": "%s", "client_reference_id": "%s",
                 "metadata": {"kanmai_payment": "%s"}}""".formatted(reference(payment), minor, currency, payment, payment), at);
    }

    static String event(String type, String object, Instant at) {
        return """
                {"id": "evt_1", "object": "event", "api_version": "2025-09-30.clover", "created": %d, "livemode": true,
                 "type": "%s", "data": {"object": %s}}""".formatted(at.getEpochSecond(), type, object);
    }

    /** Returns the header of an event: {@code t=} and {@code v1=}, an HMAC over both. */
    static String signature(String body, Instant at, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            var text = at.getEpochSecond() + "." + body;
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
