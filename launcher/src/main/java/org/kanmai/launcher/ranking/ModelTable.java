package org.kanmai.launcher.ranking;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kanmai.facts.tongue.Tongue;
import tools.jackson.databind.JsonNode;

/** The lineage of models as text, a line each: what it came from, how much it has learned, and how well it tells. */
final class ModelTable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);
    private static final int[] WIDTHS = {9, 9, 16, 12, 12, 12, 12, 12};

    private final Tongue tongue;
    private final ZoneId zone;

    ModelTable(Tongue tongue, ZoneId zone) {
        this.tongue = tongue;
        this.zone = zone;
    }

    /** Returns the lines of a page as the server tells it. */
    List<String> lines(JsonNode page) {
        var lines = new ArrayList<String>();
        lines.add(ranking(page));
        delay(page).ifPresent(lines::add);
        if (page.path("models").isEmpty()) {
            return lines;
        }
        lines.add(row(
                tongue.say("model", "模型"),
                tongue.say("from", "来自"),
                tongue.say("made", "时间"),
                tongue.say("learned", "已学样本"),
                tongue.say("verdict", "结论"),
                tongue.say("hold AUC", "停留 AUC"),
                tongue.say("end AUC", "完播 AUC"),
                tongue.say("like AUC", "点赞 AUC")));
        for (var model : page.path("models")) {
            lines.add(line(model));
            for (var reason : model.path("reasons")) {
                lines.add("    " + reason.asString());
            }
        }
        return lines;
    }

    /** Of the newest model that learned from what had just happened. */
    private Optional<String> delay(JsonNode page) {
        for (var model : page.path("models")) {
            if (model.path("delay").isObject()) {
                long half = seconds(model.path("delay").path("half"));
                long most = seconds(model.path("delay").path("most"));
                return Optional.of(tongue.say(
                        "From what somebody does to its lesson: half within " + half + " s, 95 of 100 within " + most
                                + " s.",
                        "从行为发生到被学到：一半在 " + half + " 秒内，100 次有 95 次在 " + most + " 秒内。"));
            }
        }
        return Optional.empty();
    }

    private static long seconds(JsonNode millis) {
        return (millis.asLong() + 999) / 1_000;
    }

    private String ranking(JsonNode page) {
        int version = page.path("ranking").asInt();
        if (page.path("hold").isObject()) {
            return tongue.say("An operator has model ", "运营者指定由模型 ")
                    + version
                    + tongue.say(" rank; nothing is learned meanwhile: ", " 排序，其间不再学习：")
                    + page.path("hold").path("why").asString();
        }
        return version == 0
                ? tongue.say(
                        "No model ranks yet; the other terms of the policy do. Enough is "
                                + page.path("enough").asLong() + " examples.",
                        "还没有模型参与排序，由规则中的其他各项排序。需要学满 " + page.path("enough").asLong() + " 个样本。")
                : tongue.say("Model " + version + " ranks.", "当前由模型 " + version + " 排序。");
    }

    private String line(JsonNode model) {
        return row(
                model.path("version").asString(),
                model.path("parent").asInt() == 0 ? "-" : model.path("parent").asString(),
                TIME.format(Instant.parse(model.path("madeAt").asString()).atZone(zone)),
                String.format(Locale.ROOT, "%,d", model.path("learned").asLong()),
                verdict(model.path("verdict").asString()),
                auc(model, "hold"),
                auc(model, "completion"),
                auc(model, "like"));
    }

    private String verdict(String code) {
        return switch (code) {
            case "passed" -> tongue.say("passed", "通过");
            case "refused" -> tongue.say("refused", "未通过");
            case "too-few" -> tongue.say("too few", "样本不足");
            case "unreadable" -> tongue.say("damaged", "文件损坏");
            default -> tongue.say("dropped", "已弃用");
        };
    }

    private static String auc(JsonNode model, String head) {
        for (var judged : model.path("judged")) {
            if (judged.path("head").asString().equals(head)
                    && judged.path("auc").isNumber()) {
                return String.format(Locale.ROOT, "%.3f", judged.path("auc").asDouble());
            }
        }
        return "-";
    }

    private static String row(String... cells) {
        var row = new StringBuilder();
        for (int at = 0; at < cells.length; at++) {
            row.append(Tongue.padded(cells[at], WIDTHS[at]));
        }
        return row.toString().stripTrailing();
    }
}
