package org.kanmai.app.insight.funnel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kanmai.facts.Code;

/** A funnel as rows for spreadsheets. */
final class FunnelCsv {
    private FunnelCsv() {}

    static List<List<?>> rows(Funnel funnel) {
        var head = new ArrayList<Object>(List.of(funnel.by().code(), "title", "viewers"));
        funnel.steps().stream().map(Code::code).forEach(head::add);
        var rows = new ArrayList<List<?>>(List.of(head));
        funnel.rows().forEach(row -> rows.add(row(row)));
        return rows;
    }

    private static List<?> row(Funnel.Row row) {
        var cells = new ArrayList<Object>();
        cells.add(row.key());
        cells.add(Objects.requireNonNullElse(row.label(), ""));
        cells.add(row.viewers());
        cells.addAll(row.counts());
        return cells;
    }
}
