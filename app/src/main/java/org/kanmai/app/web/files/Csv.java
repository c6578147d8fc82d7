package org.kanmai.app.web.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files for spreadsheets: RFC 4180, with the byte order mark by which they know UTF-8. */
public final class Csv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {}

    /** Returns rows as a text; numbers stand bare, everything else in quotes where it needs them. */
    public static String of(Collection<? extends List<?>> rows) {
        return BYTE_ORDER_MARK + rows.stream().map(Csv::line).collect(Collectors.joining());
    }

    /** Answers with rows as a file to keep. */
    public static ResponseEntity<byte[]> file(String name, Collection<? extends List<?>> rows) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(of(rows).getBytes(UTF_8));
    }

    private static String line(List<?> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** What begins like a formula would be one in a spreadsheet, so it gets an apostrophe before it, and so one more does what has one. */
    private static String cell(Object cell) {
        var text = String.valueOf(cell);
        if (cell instanceof Number || text.matches("[\\p{IsAlphabetic}0-9][\\p{IsAlphabetic}0-9 .:_/-]*")) {
            return text;
        }
        var harmless = text.matches("(?s)'*[=+\\-@\t\r].*") ? "'" + text : text;
        return harmless.isEmpty() ? "" : "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
