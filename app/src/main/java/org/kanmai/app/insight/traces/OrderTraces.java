package org.kanmai.app.insight.traces;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.Works;
import org.kanmai.app.insight.lake.Freshness;
import org.kanmai.app.insight.lake.Lake;
import org.kanmai.app.insight.traces.OrderTrace.Moment;
import org.kanmai.app.trade.orders.OrderLine;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.SubjectKind;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/** Joins the rows that tie an order's lines to exposures with what the lake knows of these. */
@Component
class OrderTraces {
    private static final int MOST = 50;
    /** How long before an order its exposure can have been. */
    private static final int DAYS = 400;

    /** In the order of the steps: what a browser tells comes seconds late, and then later than what it led to. */
    private static final String MOMENTS = """
            select happened_at, kind, detail, watched_millis
              from facts
             where exposure = ?
               and (kind <> 'converted' or product = ?)
           qualify kind <> 'watched' or row_number() over (partition by kind order by sequence desc) = 1
             order by list_position(['exposed', 'watched', 'opened', 'engaged', 'shared', 'converted'], kind), happened_at, id
             limit ?""";

    private final Lake lake;
    private final Freshness freshness;
    private final Works works;

    OrderTraces(Lake lake, Freshness freshness, Works works) {
        this.lake = lake;
        this.freshness = freshness;
        this.works = works;
    }

    OrderTrace of(OrderRow order) {
        var asOf = freshness.now();
        var first =
                order.moments().placed().atZone(ZoneOffset.UTC).toLocalDate().minusDays(DAYS);
        return lake.ask(first, facts -> new OrderTrace(asOf, order.id(), lines(facts, order)));
    }

    private List<OrderTrace.Line> lines(Lake.Reader facts, OrderRow order) throws SQLException {
        var titles = works.titles(order.lines().stream()
                .map(OrderTraces::work)
                .filter(Objects::nonNull)
                .toList());
        var lines = new ArrayList<OrderTrace.Line>();
        for (var line : order.lines()) {
            var lead = line.lead();
            var exposure = lead == null ? null : lead.exposure();
            var work = work(line);
            lines.add(new OrderTrace.Line(
                    line.product().id(),
                    line.product().title(),
                    exposure,
                    work,
                    work == null ? null : titles.get(work),
                    lead == null ? null : lead.source(),
                    exposure == null ? List.of() : moments(facts, exposure, line)));
        }
        return lines;
    }

    private static @Nullable WorkId work(OrderLine line) {
        var lead = line.lead();
        var shown = lead == null ? null : lead.shown();
        return shown != null && shown.kind() == SubjectKind.WORK ? new WorkId(shown.id()) : null;
    }

    private static List<Moment> moments(Lake.Reader facts, ExposureId exposure, OrderLine line) throws SQLException {
        return facts.rows(MOMENTS, List.of(exposure.value(), line.product().id().value(), MOST), OrderTraces::moment);
    }

    private static Moment moment(ResultSet row) throws SQLException {
        return new Moment(
                Instant.ofEpochMilli(row.getLong(1)), row.getString(2), row.getString(3), (Integer) row.getObject(4));
    }
}
