package org.kanmai.app.insight.funnel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.content.Works;
import org.kanmai.app.insight.lake.Freshness;
import org.kanmai.app.insight.lake.Lake;
import org.kanmai.app.insight.regions.Homes;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/** Answers how many exposures came how far. */
@Component
public class Funnels {
    private static final String SIMULATED = "select count(*) from facts where origin = 'simulated'";

    private final Lake lake;
    private final Freshness freshness;
    private final Works works;
    private final Catalog catalog;
    private final Homes homes;

    Funnels(Lake lake, Freshness freshness, Works works, Catalog catalog, Homes homes) {
        this.lake = lake;
        this.freshness = freshness;
        this.works = works;
        this.catalog = catalog;
        this.homes = homes;
    }

    /** Returns the funnel that is asked for. */
    public Funnel ask(FunnelQuestion question) {
        var asOf = freshness.now();
        return lake.ask(question.firstDay(), facts -> {
            var rows = rows(facts, question);
            var total = rows.isEmpty() ? none() : rows.getFirst();
            boolean simulated = question.origin() == null
                    && facts.rows(SIMULATED, List.of(), row -> row.getLong(1)).getFirst() > 0;
            return new Funnel(
                    asOf,
                    question.period().from(),
                    question.period().to(),
                    question.by(),
                    List.of(Step.values()),
                    total,
                    labelled(question.by(), rows.subList(Math.min(1, rows.size()), rows.size())),
                    simulated);
        });
    }

    /** Returns the rows of an answer, all together first. */
    public List<Funnel.Row> rows(Lake.Reader facts, FunnelQuestion question) throws SQLException {
        var sql = question.sql(question.ofRegions() ? homes.all() : Map.of());
        var rows = facts.rows(sql.text(), sql.parameters(), Funnels::row);
        return question.ofRegions() ? Few.hidden(question, rows) : rows;
    }

    private static Funnel.Row row(ResultSet row) throws SQLException {
        var counts = new ArrayList<Long>();
        for (int index = 0; index < Step.values().length; index++) {
            counts.add(row.getLong(index + 4));
        }
        return new Funnel.Row(row.getString(1), null, counts, row.getLong(3));
    }

    /** Returns the row of nothing at all. */
    static Funnel.Row none() {
        return new Funnel.Row(null, null, Collections.nCopies(Step.values().length, 0L), 0);
    }

    private List<Funnel.Row> labelled(Breakdown by, List<Funnel.Row> rows) {
        var titles = titles(by, rows);
        return rows.stream()
                .map(row -> row.labelled(row.key() == null ? null : titles.get(row.key())))
                .toList();
    }

    private Map<String, String> titles(Breakdown by, List<Funnel.Row> rows) {
        var keys = rows.stream().map(Funnel.Row::key).filter(Objects::nonNull);
        return switch (by) {
            case WORK -> byKey(works.titles(keys.map(WorkId::parse).toList()));
            case PRODUCT -> byKey(catalog.titles(keys.map(ProductId::parse).toList()));
            case DAY, SOURCE, SURFACE, REGION -> Map.of();
        };
    }

    private static Map<String, String> byKey(Map<?, String> titles) {
        return titles.entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().toString(), Map.Entry::getValue));
    }
}
