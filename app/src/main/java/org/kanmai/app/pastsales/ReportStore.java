package org.kanmai.app.pastsales;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kanmai.app.pastsales.Report.OfKind;
import org.kanmai.app.pastsales.Report.OfReason;
import org.kanmai.app.pastsales.Report.RefusedLine;
import org.kanmai.app.pastsales.Report.Unmatched;
import org.kanmai.app.pastsales.Sorted.Kind;
import org.kanmai.app.pastsales.Sorted.Reason;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds up what a file has come to, from its lines and nothing else. */
@Repository
class ReportStore {
    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Report of(SalesImport file) {
        var currency = file.terms().currency();
        var kinds = new ArrayList<OfKind>(jdbc.sql("""
                select kind, count(*)::integer as lines, sum(minor)::bigint as minor
                  from pastsales.line
                 where import = :import
                 group by kind
                 order by array_position(array['sale', 'cancellation', 'adjustment'], kind)
                """)
                .param("import", file.id())
                .query((row, number) -> new OfKind(
                        Code.parse(Kind.class, row.getString("kind")),
                        row.getInt("lines"),
                        new Money(row.getLong("minor"), currency)))
                .list());
        return new Report(
                file.key(),
                file.terms().name(),
                currency,
                file.state(),
                file.begunAt(),
                file.endedAt(),
                file.rows(),
                kinds,
                kinds.stream().map(OfKind::total).reduce(new Money(0, currency), Money::plus),
                refusals(file.id()),
                count(file.id(), "line where kind = 'cancellation' and matched < units and import = :import"),
                count(
                        file.id(),
                        "(select distinct customer from pastsales.invoice where import = :import and customer is not null) known"),
                count(file.id(), "invoice where import = :import"));
    }

    private List<OfReason> refusals(long file) {
        return jdbc.sql("""
                select reason, count(*)::integer as lines
                  from pastsales.refused
                 where import = :import
                 group by reason
                 order by lines desc, reason
                """)
                .param("import", file)
                .query((row, number) ->
                        new OfReason(Code.parse(Reason.class, row.getString("reason")), row.getInt("lines")))
                .list();
    }

    private int count(long file, String what) {
        var from = what.startsWith("(") ? what : "pastsales." + what;
        return jdbc.sql("select count(*)::integer as count from " + from)
                .param("import", file)
                .query((row, number) -> row.getInt("count"))
                .single();
    }

    /** Returns lines that were refused, the last of the file first; the cursor is the line. */
    List<RefusedLine> refused(long file, Paging paging) {
        return jdbc.sql("""
                select row, number, reason
                  from pastsales.refused
                 where import = :import
                   and row < :before
                 order by row desc
                 limit :rows
                """)
                .param("import", file)
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query((row, number) -> new RefusedLine(
                        row.getInt("row"), row.getString("number"), Code.parse(Reason.class, row.getString("reason"))))
                .list();
    }

    /** Returns cancellations of which units are left, the last of the file first; the cursor is the line. */
    List<Unmatched> unmatched(long file, Paging paging) {
        return jdbc.sql("""
                select line.row, invoice.number, line.code, line.title, line.units, line.units - line.matched as missing,
                       invoice.at, invoice.customer is not null as known
                  from pastsales.line
                  join pastsales.invoice on invoice.id = line.invoice
                 where line.import = :import
                   and line.kind = 'cancellation'
                   and line.matched < line.units
                   and line.row < :before
                 order by line.row desc
                 limit :rows
                """)
                .param("import", file)
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query((row, number) -> new Unmatched(
                        row.getInt("row"),
                        row.getString("number"),
                        row.getString("code"),
                        row.getString("title"),
                        row.getInt("units"),
                        row.getInt("missing"),
                        Objects.requireNonNull(row.getTimestamp("at")).toInstant(),
                        row.getBoolean("known")))
                .list();
    }
}
