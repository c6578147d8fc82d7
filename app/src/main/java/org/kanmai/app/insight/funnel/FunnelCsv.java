package org.kanmai.app.insight.funnel;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;

/** A funnel as a file for spreadsheets: RFC 4180, with the byte order mark by which they know UTF-8. */
final class FunnelCsv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FunnelCsv() {}

    static String of(Funnel funnel) {
        var head = Stream.concat(
                Stream.of(funnel.by().code(), "title", "viewers"),
                funnel.steps().stream().map(Code::code));
        return BYTE_ORDER_MARK
                + line(head)
                + funnel.rows().stream().map(FunnelCsv::line).collect(Collectors.joining());
    }

    private static String line(Funnel.Row row) {
        var counts = row.counts().stream().map(String::valueOf);
        return line(
                Stream.concat(Stream.of(text(row.key()), text(row.label()), String.valueOf(row.viewers())), counts));
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(",")) + "\r\n";
    }

    /** What begins like a formula would be one in a spreadsheet, so it gets an apostrophe before it. */
    private static String text(@Nullable String cell) {
        if (cell == null) {
            return "";
        }
        var harmless = cell.matches("(?s)[=+\\-@\t\r].*") ? "'" + cell : cell;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
