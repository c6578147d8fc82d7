package org.kanmai.app.river;

import java.util.Set;
import org.kanmai.app.river.ReportRefused.Reason;
import org.kanmai.facts.Channel;
import org.kanmai.facts.Code;
import org.kanmai.facts.Target;
import tools.jackson.databind.JsonNode;

/** Reads reports by an allow-list of fields: one that is not on it refuses the report (GV-01). */
final class Reports {
    private static final Set<String> EXPOSED = Set.of("kind", "token");
    private static final Set<String> WATCHED =
            Set.of("kind", "token", "sequence", "watchedMillis", "playedMillis", "positionMillis", "loops", "ended");
    private static final Set<String> OPENED = Set.of("kind", "token", "target");
    private static final Set<String> SHARED = Set.of("kind", "token", "channel");
    private static final int LONGEST_TOKEN = 200;

    private Reports() {}

    static Report read(JsonNode json) {
        return switch (text(json, "kind")) {
            case "exposed" -> {
                only(json, EXPOSED);
                yield new Report.Exposed(text(json, "token"));
            }
            case "watched" -> watched(json);
            case "opened" -> {
                only(json, OPENED);
                yield new Report.Opened(text(json, "token"), code(json, "target", Target.class));
            }
            case "shared" -> {
                only(json, SHARED);
                yield new Report.Shared(text(json, "token"), code(json, "channel", Channel.class));
            }
            default -> throw new ReportRefused(Reason.UNKNOWN_KIND);
        };
    }

    private static Report watched(JsonNode json) {
        only(json, WATCHED);
        return new Report.Watched(
                text(json, "token"),
                integer(json, "sequence"),
                integer(json, "watchedMillis"),
                integer(json, "playedMillis"),
                integer(json, "positionMillis"),
                integer(json, "loops"),
                truth(json, "ended"));
    }

    private static void only(JsonNode json, Set<String> allowed) {
        if (!allowed.containsAll(json.propertyNames())) {
            throw new ReportRefused(Reason.UNKNOWN_FIELD);
        }
    }

    private static String text(JsonNode json, String name) {
        var value = json.get(name);
        if (value == null || !value.isString() || value.stringValue().length() > LONGEST_TOKEN) {
            throw new ReportRefused(Reason.MALFORMED);
        }
        return value.stringValue();
    }

    private static int integer(JsonNode json, String name) {
        var value = json.get(name);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new ReportRefused(Reason.MALFORMED);
        }
        return value.intValue();
    }

    private static boolean truth(JsonNode json, String name) {
        var value = json.get(name);
        if (value == null || !value.isBoolean()) {
            throw new ReportRefused(Reason.MALFORMED);
        }
        return value.booleanValue();
    }

    private static <E extends Enum<E> & Code> E code(JsonNode json, String name, Class<E> type) {
        try {
            return Code.parse(type, text(json, name));
        } catch (IllegalArgumentException unknown) {
            throw new ReportRefused(Reason.OUT_OF_RANGE);
        }
    }
}
