package org.kanmai.app.affiliate.statements;

import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.trade.orders.Street;
import tools.jackson.databind.JsonNode;

/** Reads a party's statements from one month to another and puts the same lines of all together; each must add up and follow the one before. */
final class StatementSums {
    private StatementSums() {}

    /** Lines with amounts other than zero, by what they are; {@code closing}, {@code held} and {@code free} are those of the last month. */
    static Map<String, Long> of(Browser party, String path, YearMonth from, YearMonth until) {
        var sums = new TreeMap<String, Long>();
        long closing = 0;
        for (var month = from; !month.isAfter(until); month = month.plusMonths(1)) {
            var statement = Street.must(200, party.get(path + "?month=" + month));
            long opening = minor(statement, "opening");
            if (month.isAfter(from) && opening != closing) {
                throw new AssertionError(month + " opens with " + opening + " and not with " + closing);
            }
            closing = opening + lines(statement, sums);
            if (closing != minor(statement, "closing")) {
                throw new AssertionError("does not add up: " + statement);
            }
            sums.put("closing", closing);
            sums.put("held", minor(statement, "held"));
            sums.put("free", minor(statement, "free"));
        }
        return sums;
    }

    private static long lines(JsonNode statement, Map<String, Long> sums) {
        long all = 0;
        for (var line : statement.path("lines")) {
            long amount = minor(line, "amount");
            sums.merge(line.path("what").asString(), amount, Long::sum);
            all += amount;
        }
        return all;
    }

    private static long minor(JsonNode node, String name) {
        return node.at("/" + name + "/minor").asLong();
    }
}
