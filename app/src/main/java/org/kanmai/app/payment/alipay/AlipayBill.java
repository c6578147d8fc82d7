package org.kanmai.app.payment.alipay;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.payment.PaymentProvider.Line;
import org.kanmai.app.payment.PaymentProvider.Movement;
import org.kanmai.app.payment.statement.Decimals;
import org.kanmai.app.payment.statement.Sheet;
import org.kanmai.app.payment.statement.Sheet.Row;
import org.kanmai.facts.PaymentId;

/** Alipay's trade bill (业务明细): a refund stands in a row of its own, below nothing, with our number of it. */
final class AlipayBill {
    private AlipayBill() {}

    static List<Line> lines(byte[] file) {
        return Sheet.read(file, "支付宝交易号", row -> row.as(AlipayBill::line)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Line> line(Row row) {
        return switch (row.get("业务类型")) {
            case "交易" -> Optional.of(line(row, row.get("支付宝交易号"), 0));
            case "退款" -> {
                var refund = row.get("退款批次号/请求号");
                yield Optional.of(line(row, row.get("支付宝交易号") + "-" + refund, Long.parseLong(refund)));
            }
            default -> Optional.empty();
        };
    }

    private static Line line(Row row, String number, long refund) {
        var at = LocalDateTime.parse(row.get("完成时间"), AlipayProvider.TIME);
        var amount = Decimals.size(Decimals.money(row.get("订单金额（元）"), AlipayProvider.CURRENCY));
        var movement = new Movement(
                PaymentId.parse(row.get("商户订单号")),
                refund,
                amount,
                at.atZone(AlipayProvider.CHINA).toInstant());
        return new Line(number, at.toLocalDate(), movement);
    }
}
