package org.kanmai.app.payment;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Money;
import org.kanmai.facts.PaymentId;
import org.springframework.stereotype.Component;

/** A provider in the hands of a test: it takes money when the test says so, and tells of it when the test says so. */
@Component
public class TrialProvider implements PaymentProvider {
    private final Map<PaymentId, Charge> charges = new ConcurrentHashMap<>();
    private final Map<PaymentId, Instant> paid = new ConcurrentHashMap<>();
    private final Map<Long, Refund> asked = new ConcurrentHashMap<>();
    private final List<Movement> movements = new CopyOnWriteArrayList<>();
    private final Clock clock;

    TrialProvider(Clock clock) {
        this.clock = clock;
    }

    /** Takes a buyer's money, and says nothing. */
    public Charge pay(PaymentId payment) {
        var charge = charges.get(payment);
        if (charge == null) {
            throw new AssertionError("nobody asked for " + payment);
        }
        if (paid.putIfAbsent(payment, clock.instant()) == null) {
            movements.add(new Movement(payment, 0, charge.amount(), clock.instant()));
        }
        return charge;
    }

    /** Returns the refunds that are asked for of a payment. */
    public List<Refund> refunds(PaymentId payment) {
        return asked.values().stream()
                .filter(refund -> refund.payment().equals(payment))
                .toList();
    }

    /** Writes a line into the statement that nobody was told of. */
    public void invent(Movement movement) {
        movements.add(movement);
    }

    @Override
    public String code() {
        return "trial";
    }

    @Override
    public long number() {
        return 77;
    }

    @Override
    public Opens opens() {
        return Opens.TAB;
    }

    @Override
    public boolean test() {
        return true;
    }

    @Override
    public Page charge(Charge charge) {
        charges.putIfAbsent(charge.payment(), charge);
        return new Page(URI.create("http://127.0.0.1:9/pay/" + charge.payment()), "");
    }

    @Override
    public Standing ask(Charged charged) {
        var payment = charged.payment();
        var at = paid.get(payment);
        var charge = charges.get(payment);
        return at == null || charge == null
                ? new Standing(charge == null ? State.UNKNOWN : State.OPEN, null, null)
                : new Standing(State.PAID, charge.amount(), at);
    }

    @Override
    public boolean refund(Charged charged, Refund refund) {
        if (asked.putIfAbsent(refund.id(), refund) == null) {
            movements.add(new Movement(refund.payment(), refund.id(), refund.amount(), clock.instant()));
        }
        return true;
    }

    @Override
    public boolean refunded(Charged charged, long refund) {
        return asked.containsKey(refund);
    }

    /** Its signature is a word, its body {@code kind payment refund minor currency nonce}. */
    @Override
    public Optional<Notification> read(Sent sent) {
        if (!sent.headers().get("Trial").equals("signed")) {
            throw Refusal.forbidden();
        }
        var words = sent.body().split(" ", -1);
        return Optional.of(new Notification(
                Kind.valueOf(words[0]),
                PaymentId.parse(words[1]),
                Long.parseLong(words[2]),
                Money.of(Long.parseLong(words[3]), words[4]),
                clock.instant(),
                words[5]));
    }

    @Override
    public List<Movement> statement(LocalDate day) {
        return new ArrayList<>(movements.stream()
                .filter(movement -> LocalDate.ofInstant(movement.at(), java.time.ZoneOffset.UTC)
                        .equals(day))
                .toList());
    }
}
