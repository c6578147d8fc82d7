package org.kanmai.app.payment.wechat;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.payment.PaymentProvider.Line;
import org.kanmai.app.payment.PaymentProvider.Movement;
import org.kanmai.app.payment.statement.Decimals;
import org.kanmai.app.payment.statement.Sheet;
import org.kanmai.app.payment.statement.Sheet.Row;
import org.kanmai.facts.PaymentId;

/** WeChat Pay's trade bill of all kinds ({@code bill_type=ALL}): refunds stand in the row of their payment, under their own number. */
final class WechatBill {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private WechatBill() {}

    static List<Line> lines(byte[] file, String merchant) {
        return Sheet.read(file, "交易时间", row -> row.as(each -> line(each, merchant))).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Line> line(Row row, String merchant) {
        if (!row.get("商户号").equals(merchant)) {
            throw new IllegalArgumentException("not of merchant " + merchant);
        }
        return switch (row.get("交易状态")) {
            case "SUCCESS" -> Optional.of(line(row, row.get("微信订单号"), 0, "订单金额"));
            case "REFUND" ->
                row.get("退款状态").equals("SUCCESS")
                        ? Optional.of(line(row, row.get("微信退款单号"), Long.parseLong(row.get("商户退款单号")), "申请退款金额"))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Line line(Row row, String number, long refund, String amount) {
        var at = LocalDateTime.parse(row.get("交易时间"), TIME);
        var money = Decimals.size(Decimals.money(row.get(amount), row.get("货币种类")));
        var movement = new Movement(
                PaymentId.parse(row.get("商户订单号")),
                refund,
                money,
                at.atZone(WechatProvider.CHINA).toInstant());
        return new Line(number, at.toLocalDate(), movement);
    }
}
