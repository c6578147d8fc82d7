package org.kanmai.launcher.sales;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.kanmai.facts.tongue.Tongue;
import tools.jackson.databind.JsonNode;

/** What a file has come to, a line for each kind of line in it. */
final class ReportText {
    private static final int NAME = 44;

    private final Tongue tongue;

    ReportText(Tongue tongue) {
        this.tongue = tongue;
    }

    List<String> lines(JsonNode report) {
        var lines = new ArrayList<String>();
        for (var kind : report.path("kinds")) {
            lines.add(
                    line(kind(kind.path("kind").asString()), kind.path("lines").asLong(), amount(kind.path("total"))));
        }
        for (var reason : report.path("refused")) {
            lines.add(line(
                    reason(reason.path("reason").asString()),
                    reason.path("lines").asLong(),
                    ""));
        }
        lines.add(line(
                tongue.say("cancelled, and nothing here was sold for it", "取消了，但没有找到对应的销售"),
                report.path("unmatched").asLong(),
                ""));
        lines.add(line(tongue.say("net", "净额"), report.path("rows").asLong(), amount(report.path("net"))));
        return lines;
    }

    private String kind(String code) {
        return switch (code) {
            case "sale" -> tongue.say("sale lines", "销售行");
            case "cancellation" -> tongue.say("cancelled", "取消行");
            default -> tongue.say("adjusted in the ledger", "在账本中调整");
        };
    }

    private String reason(String code) {
        return switch (code) {
            case "stock-correction" -> tongue.say("refused: corrections of a stock, no orders", "未收：库存更正，不是订单");
            case "already-brought" -> tongue.say("refused: came with another file", "未收：已随另一份文件导入");
            default -> tongue.say("refused: can't be read", "未收：无法读取");
        };
    }

    private static String line(String name, long count, String amount) {
        return Tongue.padded(name, NAME)
                + String.format(Locale.ROOT, "%,12d  %18s", count, amount).stripTrailing();
    }

    private static String amount(JsonNode money) {
        int digits = Currency.getInstance(money.path("currency").asString()).getDefaultFractionDigits();
        var value = BigDecimal.valueOf(money.path("minor").asLong(), digits);
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
