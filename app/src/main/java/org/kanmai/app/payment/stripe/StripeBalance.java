package org.kanmai.app.payment.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Refund;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.BalanceTransactionListParams.Created;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.payment.PaymentProvider.Movement;
import org.kanmai.app.payment.PaymentProvider.ProviderAway;
import org.kanmai.facts.Money;

/** A day of Stripe's balance: charges and refunds with our numbers on them, in the currency of the buyer. */
final class StripeBalance {
    private static final long PAGE = 100;
    private static final int MOST = 200_000;

    private StripeBalance() {}

    static List<Movement> of(StripeCalls calls, LocalDate day) {
        var wanted = BalanceTransactionListParams.builder()
                .setCreated(Created.builder()
                        .setGte(second(day))
                        .setLt(second(day.plusDays(1)))
                        .build())
                .addExpand("data.source")
                .setLimit(PAGE)
                .build();
        var found = new ArrayList<Movement>();
        for (var each :
                calls.ask(stripe -> stripe.balanceTransactions().list(wanted)).autoPagingIterable()) {
            movement(each).ifPresent(found::add);
            if (found.size() > MOST) {
                throw new ProviderAway("more than " + MOST + " movements on " + day, null);
            }
        }
        return found;
    }

    private static long second(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    private static Optional<Movement> movement(BalanceTransaction line) {
        var at = Instant.ofEpochSecond(line.getCreated());
        var source = line.getSourceObject();
        if (source instanceof Charge charge) {
            return movement(charge.getMetadata(), StripeProvider.money(charge.getAmount(), charge.getCurrency()), at);
        }
        return source instanceof Refund refund && line.getAmount() < 0
                ? movement(refund.getMetadata(), StripeProvider.money(refund.getAmount(), refund.getCurrency()), at)
                : Optional.empty();
    }

    private static Optional<Movement> movement(@Nullable Map<String, String> numbers, Money amount, Instant at) {
        if (numbers == null || !numbers.containsKey(StripeProvider.PAYMENT)) {
            return Optional.empty();
        }
        var refund = numbers.getOrDefault(StripeProvider.REFUND, "0");
        try {
            var payment = StripeProvider.payment(numbers.getOrDefault(StripeProvider.PAYMENT, ""));
            return Optional.of(new Movement(payment, Long.parseLong(refund), amount, at));
        } catch (IllegalArgumentException strange) {
            throw new ProviderAway("no number of ours: " + numbers, strange);
        }
    }
}
