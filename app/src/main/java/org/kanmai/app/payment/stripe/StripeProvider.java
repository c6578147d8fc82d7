package org.kanmai.app.payment.stripe;

import com.stripe.model.checkout.Session;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kanmai.app.payment.PaymentProvider;
import org.kanmai.facts.Money;
import org.kanmai.facts.PaymentId;
import tools.jackson.databind.json.JsonMapper;

/** Stripe as a provider: a Checkout Session for each payment, a refund of its intent for each refund. */
final class StripeProvider implements PaymentProvider {
    /** Under these names our numbers stand in what Stripe keeps. */
    static final String PAYMENT = "kanmai_payment";

    static final String REFUND = "kanmai_refund";
    private static final long NUMBER = 2;
    private static final long MOST_REFUNDS = 100;

    private final StripeSettings settings;
    private final StripeCalls calls;
    private final StripeEvents events;
    private final Clock clock;

    StripeProvider(StripeSettings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.calls = new StripeCalls(settings);
        this.events = new StripeEvents(settings, json, clock);
        this.clock = clock;
    }

    @Override
    public String code() {
        return "stripe";
    }

    @Override
    public long number() {
        return NUMBER;
    }

    @Override
    public Opens opens() {
        return Opens.TAB;
    }

    @Override
    public boolean test() {
        return settings.test();
    }

    @Override
    public boolean takes(Currency currency) {
        return settings.takes(currency);
    }

    @Override
    public Page charge(Charge charge) {
        var wanted = Checkout.of(charge, settings.site());
        var session = calls.ask(
                stripe -> stripe.checkout().sessions().create(wanted, StripeCalls.once("charge-" + charge.payment())));
        return new Page(URI.create(session.getUrl()), session.getId());
    }

    @Override
    public Standing ask(Charged charged) {
        return session(charged).map(this::standing).orElseGet(() -> new Standing(State.UNKNOWN, null, null));
    }

    private Optional<Session> session(Charged charged) {
        return charged.reference().isEmpty()
                ? Optional.empty()
                : calls.find(stripe -> stripe.checkout().sessions().retrieve(charged.reference()));
    }

    private Standing standing(Session session) {
        if (Objects.equals(session.getPaymentStatus(), "paid")) {
            return new Standing(State.PAID, Checkout.amount(session), clock.instant());
        }
        return new Standing(Objects.equals(session.getStatus(), "expired") ? State.CLOSED : State.OPEN, null, null);
    }

    @Override
    public void close(Charged charged) {
        calls.find(stripe -> stripe.checkout().sessions().expire(charged.reference()));
    }

    @Override
    public boolean refund(Charged charged, Refund refund) {
        var wanted = RefundCreateParams.builder()
                .setPaymentIntent(intent(charged))
                .setAmount(refund.amount().minor())
                .putMetadata(PAYMENT, charged.payment().toString())
                .putMetadata(REFUND, Long.toString(refund.id()))
                .build();
        var made = calls.ask(stripe -> stripe.refunds().create(wanted, StripeCalls.once("refund-" + refund.id())));
        return isDone(made);
    }

    @Override
    public boolean refunded(Charged charged, long refund) {
        var wanted = RefundListParams.builder()
                .setPaymentIntent(intent(charged))
                .setLimit(MOST_REFUNDS)
                .build();
        return calls.ask(stripe -> stripe.refunds().list(wanted)).getData().stream()
                .filter(each -> Long.toString(refund).equals(each.getMetadata().get(REFUND)))
                .anyMatch(StripeProvider::isDone);
    }

    private String intent(Charged charged) {
        var intent = session(charged).map(Session::getPaymentIntent);
        return intent.orElseThrow(
                () -> new ProviderAway("Stripe has no paid session of payment " + charged.payment(), null));
    }

    private static boolean isDone(com.stripe.model.Refund refund) {
        return Objects.equals(refund.getStatus(), "succeeded");
    }

    @Override
    public Optional<Notification> read(Sent sent) {
        return events.read(sent);
    }

    @Override
    public List<Movement> statement(LocalDate day) {
        return StripeBalance.of(calls, day);
    }

    @Override
    public List<Line> lines(byte[] file) {
        return StripeReport.lines(file);
    }

    static Money money(long minor, String currency) {
        return Money.of(minor, currency.toUpperCase(java.util.Locale.ROOT));
    }

    static PaymentId payment(String text) {
        return PaymentId.parse(text);
    }
}
