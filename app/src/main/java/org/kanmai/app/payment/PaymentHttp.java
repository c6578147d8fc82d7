package org.kanmai.app.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.kanmai.app.payment.PaymentProvider.Notification;
import org.kanmai.app.payment.PaymentProvider.Opens;
import org.kanmai.app.payment.PaymentProvider.Sent;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which providers there are, and the one address to which they report: believed only for their signature. */
@RestController
class PaymentHttp {
    private static final int LARGEST_BODY = 16 * 1024;

    private final Providers providers;
    private final Payments payments;
    private final PaymentStore store;
    private final Nonces nonces;

    PaymentHttp(Providers providers, Payments payments, PaymentStore store, Nonces nonces) {
        this.providers = providers;
        this.payments = payments;
        this.store = store;
        this.nonces = nonces;
    }

    /** What a buyer can choose from. */
    record Choices(List<Choice> items) {}

    /** One provider; no real money moves at one for tests. */
    record Choice(String code, Opens opens, boolean test) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/payment-providers")
    Choices choices() {
        return new Choices(providers.offered().stream()
                .map(each -> new Choice(each.code(), each.opens(), each.test()))
                .toList());
    }

    /** What is heard again, too late or about something else is answered as what is new: a provider would only say it again. */
    @Allowed(Allowed.To.ANYONE)
    @PostMapping("/api/payments/notifications/{provider}")
    ResponseEntity<String> hear(@PathVariable String provider, HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw Refusal.invalid("body", "must have at most " + LARGEST_BODY + " bytes");
        }
        var sent = new Sent(request.getRequestURI(), new String(body, UTF_8), name -> header(request, name));
        var port = providers.of(provider);
        port.read(sent).ifPresent(notification -> once(provider, notification));
        return port.thanks().isEmpty()
                ? ResponseEntity.noContent().build()
                : ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(port.thanks());
    }

    private void once(String provider, Notification notification) {
        var nonce = notification.nonce();
        if (nonce.isEmpty()) {
            take(provider, notification);
            return;
        }
        if (nonces.knows(provider, nonce)) {
            throw Refusal.conflict("replayed", "Taken before", "This very request was taken before; nothing changed.");
        }
        take(provider, notification);
        nonces.remember(provider, nonce);
    }

    private void take(String provider, Notification told) {
        switch (told.kind()) {
            case PAID -> payments.settle(provider, told.payment(), told.amount(), told.at());
            case CLOSED -> store.close(provider, told.payment());
            case REFUNDED -> payments.refunded(provider, told.payment(), told.refund(), told.amount(), told.at());
        }
    }

    private static String header(HttpServletRequest request, String name) {
        var value = request.getHeader(name);
        return value == null ? "" : value;
    }
}
