package org.kanmai.app.payment.stripe;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.payment.PaymentProvider.Line;
import org.kanmai.app.payment.PaymentProvider.Movement;
import org.kanmai.app.payment.statement.Decimals;
import org.kanmai.app.payment.statement.Sheet;
import org.kanmai.app.payment.statement.Sheet.Row;

/** Stripe's report {@code balance_change_from_activity.itemized}, as a table: what is not a charge or a refund of ours is passed over. */
final class StripeReport {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private StripeReport() {}

    static List<Line> lines(byte[] file) {
        return Sheet.read(file, "balance_transaction_id", row -> row.as(StripeReport::line)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Line> line(Row row) {
        boolean refund = row.get("reporting_category").equals("refund");
        var payment = row.get(column(refund, StripeProvider.PAYMENT));
        if (payment.isEmpty() || !(refund || row.get("reporting_category").equals("charge"))) {
            return Optional.empty();
        }
        var at = LocalDateTime.parse(row.get("created_utc"), TIME);
        var movement = new Movement(
                StripeProvider.payment(payment),
                refund ? Long.parseLong(row.get(column(true, StripeProvider.REFUND))) : 0,
                Decimals.size(Decimals.money(row.get("customer_facing_amount"), row.get("customer_facing_currency"))),
                at.toInstant(ZoneOffset.UTC));
        return Optional.of(new Line(row.get("balance_transaction_id"), at.toLocalDate(), movement));
    }

    private static String column(boolean refund, String name) {
        return (refund ? "refund_metadata[" : "payment_metadata[") + name + "]";
    }
}
