package org.kanmai.app.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.web.Refusal;
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
    public Page charge(Charge charge) {
        throw Refusal.invalid("provider", "takes no more payments");
    }

    @Override
    public Standing ask(Charged charged) {
        return new Standing(State.CLOSED, null, null);
    }

    @Override
    public boolean refund(Charged charged, Refund refund) {
        return true;
    }

    @Override
    public boolean refunded(Charged charged, long refund) {
        return true;
    }

    @Override
    public Optional<Notification> read(Sent sent) {
        throw Refusal.forbidden();
    }

    @Override
    public List<Movement> statement(LocalDate day) {
        return store.of(day);
    }
}
