package org.kanmai.app.insight.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The transparency reports, for everybody. */
@RestController
class TransparencyHttp {
    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}");

    private final Reports reports;

    TransparencyHttp(Reports reports) {
        this.reports = reports;
    }

    /** All months that have a report, newest first. */
    record Months(List<Reports.Listed> items) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/transparency")
    Months months() {
        return new Months(reports.all());
    }

    /** The bytes of a final report are those that were hashed. */
    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/transparency/{month}")
    ResponseEntity<byte[]> report(@PathVariable String month) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(reports.text(parse(month)).getBytes(UTF_8));
    }

    private static YearMonth parse(String month) {
        try {
            if (!FORM.matcher(month).matches()) {
                throw new DateTimeException("not of four digits and two");
            }
            return YearMonth.parse(month);
        } catch (DateTimeException malformed) {
            throw Refusal.invalid("month", "must be a month such as 2026-01");
        }
    }
}
