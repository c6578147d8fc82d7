package org.kanmai.launcher.journeys;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.kanmai.launcher.Caller;
import tools.jackson.databind.JsonNode;

/** Reads statements from the month on in which a journey has begun, should it end in another. */
final class Months {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final YearMonth first = now();

    private static YearMonth now() {
        return YearMonth.from(LocalDate.now(ZONE));
    }

    /** Returns lines by what they are, in minor units, and what was held and free at the end. */
    Map<String, Long> statement(Caller party, String path) {
        var sums = new TreeMap<String, Long>();
        for (var month = first; !month.isAfter(now()); month = month.plusMonths(1)) {
            var statement = party.get(path + "?month=" + month).must(200).json();
            statement
                    .path("lines")
                    .forEach(line -> sums.merge(line.path("what").asString(), minor(line, "amount"), Long::sum));
            sums.put("closing", minor(statement, "closing"));
            sums.put("held", minor(statement, "held"));
        }
        return sums;
    }

    private static long minor(JsonNode node, String name) {
        return node.at("/" + name + "/minor").asLong();
    }
}
