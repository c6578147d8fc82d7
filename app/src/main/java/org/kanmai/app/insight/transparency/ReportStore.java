package org.kanmai.app.insight.transparency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.kanmai.facts.proof.ReportSeal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps signed reports; none ever changes. */
@Repository
class ReportStore {
    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a report; false when its month has one. */
    boolean add(ReportSeal seal, long head, String json) {
        return jdbc.sql("""
                        insert into insight.report (month, head, json, line, signed_at)
                             values (:month, :head, :json, :line, :at)
                        on conflict (month) do nothing
                        """)
                        .param("month", seal.month().atDay(1))
                        .param("head", head)
                        .param("json", json)
                        .param("line", seal.line())
                        .param("at", seal.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Returns the bytes of a month's report, as text. */
    Optional<String> json(YearMonth month) {
        return jdbc.sql("select json from insight.report where month = :month")
                .param("month", month.atDay(1))
                .query((row, number) -> row.getString("json"))
                .optional();
    }

    /** Returns the seals of the newest months, newest first. */
    List<ReportSeal> seals(int limit) {
        return jdbc.sql("select line from insight.report order by month desc limit :limit")
                .param("limit", limit)
                .query((row, number) -> ReportSeal.parse(row.getString("line")))
                .list();
    }

    /** Returns the newest month that has a report. */
    Optional<YearMonth> last() {
        return jdbc.sql("select month from insight.report order by month desc limit 1")
                .query(ReportStore::month)
                .optional();
    }

    private static YearMonth month(ResultSet row, int number) throws SQLException {
        return YearMonth.from(row.getObject("month", LocalDate.class));
    }
}
