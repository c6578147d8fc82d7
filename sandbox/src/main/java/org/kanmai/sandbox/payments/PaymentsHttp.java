package org.kanmai.sandbox.payments;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.sandbox.access.Merchant;
import org.kanmai.sandbox.http.Answer;
import org.kanmai.sandbox.http.Fields;
import org.kanmai.sandbox.http.Refusal;
import org.kanmai.sandbox.http.Request;
import org.kanmai.sandbox.http.Route;
import org.kanmai.sandbox.keys.Randoms;
import org.kanmai.sandbox.money.Amount;

/** Payments for the merchant. */
public final class PaymentsHttp {
    private static final int MOST_SUBJECT = 128;
    private static final String ONE = "/v1/payments/(" + Fields.ID + ")";

    private final Randoms randoms = new Randoms();
    private final Payments payments;
    private final URI address;

    /** Gives pages below this address. */
    public PaymentsHttp(Payments payments, URI address) {
        this.payments = payments;
        this.address = address;
    }

    /** Returns the routes, for the merchant only. */
    public List<Route> routes(Merchant merchant) {
        return List.of(
                Route.to("POST", "/v1/payments", merchant.only(this::open)),
                Route.to("GET", ONE, merchant.only(request -> Answer.json(200, shown(payments.find(request.part(0)))))),
                Route.to("POST", ONE + "/closing", merchant.only(this::close)));
    }

    private record Asked(
            @Nullable String id,
            Fields.@Nullable AmountField amount,
            @Nullable String subject,
            @Nullable String notifyUrl,
            @Nullable String returnUrl,
            @Nullable String expiresAt) {}

    private record Shown(
            String id,
            String reference,
            String state,
            Amount amount,
            String page,
            @Nullable Instant paidAt) {}

    private Answer open(Request request) {
        var opened = payments.open(asked(Fields.body(request, Asked.class)));
        return Answer.json(opened.isNew() ? 201 : 200, shown(opened.payment()));
    }

    private Answer close(Request request) {
        return Answer.json(200, shown(payments.close(request.part(0))));
    }

    private Payment asked(Asked asked) {
        return new Payment(
                Fields.id(asked.id()),
                "SB-" + randoms.next(),
                randoms.next(),
                State.OPEN,
                Fields.amount(asked.amount()),
                Fields.text("subject", asked.subject(), MOST_SUBJECT),
                Fields.address("notifyUrl", asked.notifyUrl()),
                Fields.address("returnUrl", asked.returnUrl()),
                instant(asked.expiresAt()),
                null);
    }

    private static Instant instant(@Nullable String text) {
        try {
            return Instant.parse(text == null ? "" : text).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw Refusal.invalid("expiresAt is a time such as 2030-01-31T12:00:00Z.");
        }
    }

    private Shown shown(Payment payment) {
        return new Shown(
                payment.id(),
                payment.reference(),
                payment.state().code(),
                payment.amount(),
                address + "/pay/" + payment.token(),
                payment.paidAt());
    }
}
