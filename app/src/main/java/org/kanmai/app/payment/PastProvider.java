package org.kanmai.app.payment;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.PaymentId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Who took the money of a demo world's past: nobody can pay there any more; it gives money back at once, and its statement is what it
 * took, so that the hourly comparison holds for it as for any other.
 */
@Component
@ConditionalOnProperty(name = "kanmai.world", havingValue = "demo")
class PastProvider implements PaymentProvider {
    static final String CODE = "history";
    static final long NUMBER = 1_000;

    private final PastPaymentStore store;

    PastProvider(PastPaymentStore store) {
        this.store = store;
    }

    @Override
    public String code() {
        return CODE;
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
    public boolean offered() {
        return false;
    }

    @Override
    public boolean test() {
        return true;
    }

    @Override
    public URI charge(Charge charge) {
        throw Refusal.invalid("provider", "takes no more payments");
    }

    @Override
    public Standing ask(PaymentId payment) {
        return new Standing(State.CLOSED, null, null);
    }

    @Override
    public boolean refund(Refund refund) {
        return true;
    }

    @Override
    public boolean refunded(PaymentId payment, long refund) {
        return true;
    }

    @Override
    public Notification read(Sent sent) {
        throw Refusal.forbidden();
    }

    @Override
    public List<Movement> statement(LocalDate day) {
        return store.of(day);
    }
}
