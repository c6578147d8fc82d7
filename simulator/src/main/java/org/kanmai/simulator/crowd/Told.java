package org.kanmai.simulator.crowd;

import java.io.PrintStream;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kanmai.facts.tongue.Tongue;
import org.kanmai.simulator.crowd.Counts.Counted;

/** What a user is told: how far it is, what is wrong, and a table at the end. */
final class Told {
    private static final int LABEL = 34;
    private static final int COLUMN = 12;

    private final Tongue tongue;
    private final PrintStream out;
    private final PrintStream err;

    Told(Tongue tongue, PrintStream out, PrintStream err) {
        this.tongue = tongue;
        this.out = out;
        this.err = err;
    }

    void noServer(URI server) {
        err.println(tongue.say("No server answers at ", "没有服务器应答：") + server);
    }

    void busy(URI server, int status) {
        err.println(tongue.say("The server is busy, try again later: ", "服务器繁忙，请稍后再试：") + server + " (" + status + ")");
    }

    void notKanmai(URI server, int status) {
        err.println(tongue.say("This is not a Kanmai: ", "这不是看买：") + server + " (" + status + ")");
    }

    void gone(URI server) {
        err.println(tongue.say("The server does not answer any more: ", "服务器不再应答：") + server);
    }

    void progress(int second, Counted counted) {
        err.printf(
                Locale.ROOT,
                "%d %s: %,d %s, %,d %s, %,d %s%n",
                second,
                tongue.say("s", "秒"),
                counted.here(),
                tongue.say("here", "人在看"),
                counted.pages(),
                tongue.say("pages", "页"),
                counted.exposures(),
                tongue.say("exposures", "次曝光"));
    }

    void table(CrowdArguments arguments, Counts counts) {
        var counted = counts.counted();
        out.println();
        line("persons", "人数", number(arguments.people()));
        line("visits", "到访", number(counted.visits()));
        line("pages", "页", number(counted.pages()));
        line("pages not given", "未得到的页", number(counted.noPages()));
        line("exposures told", "上报的曝光", number(counted.exposures()));
        line("exposures refused", "被拒的曝光", refused(counted.exposuresRefused()));
        line("watch reports told", "上报的观看", number(counted.watches()));
        line("watch reports refused", "被拒的观看", refused(counted.watchesRefused()));
        line("reports without an answer", "无应答的上报", number(counted.lost()));
        line("watch time, minutes", "观看时长（分钟）", decimal(counted.watchedMillis() / 60_000.0));
        line("answers 429 and 503", "429 与 503 应答", number(counted.busy()));
        line("requests without an answer", "无应答的请求", number(counted.silent()));
        latencies(counts);
    }

    private void latencies(Counts counts) {
        out.println();
        line("milliseconds", "毫秒", columns(tongue.say("requests", "请求"), "p50", "p95", "p99"));
        line("page requests", "页面请求", columns(counts.pageLatencies()));
        line("report requests", "上报请求", columns(counts.reportLatencies()));
        out.flush();
    }

    private void line(String en, String zh, String value) {
        out.println("  " + Tongue.padded(tongue.say(en, zh), LABEL) + value);
    }

    private static String columns(Latencies latencies) {
        return columns(
                number(latencies.count()),
                decimal(latencies.millis(0.50)),
                decimal(latencies.millis(0.95)),
                decimal(latencies.millis(0.99)));
    }

    private static String columns(String... values) {
        var line = new StringBuilder();
        for (var value : values) {
            line.append(Tongue.padded(value, COLUMN));
        }
        return line.toString().stripTrailing();
    }

    private static String refused(Map<String, Long> reasons) {
        long all = reasons.values().stream().mapToLong(Long::longValue).sum();
        return all == 0
                ? "0"
                : number(all)
                        + new TreeMap<>(reasons)
                                .entrySet().stream()
                                        .map(reason -> reason.getKey() + " " + number(reason.getValue()))
                                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }
}
