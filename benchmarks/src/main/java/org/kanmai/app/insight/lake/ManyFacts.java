package org.kanmai.app.insight.lake;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A lake of 28 days with as many made-up facts as are wanted, in files as the product folds them; there is no database here. */
public final class ManyFacts implements AutoCloseable {
    private static final int DAYS = 28;
    /** Each exposure has one report of watching, every tenth a like, every twentieth a product opened, every 400th a payment. */
    private static final double FACTS_AN_EXPOSURE = 2 + 0.1 + 0.05 + 3 * 0.0025;

    private final LakeFolder folder;
    private final DuckDb duck;
    private final List<LakeFile> files = new ArrayList<>();
    private final LakeSettings settings = new LakeSettings(
            Duration.ofSeconds(10),
            50_000,
            Duration.ofSeconds(60),
            90,
            200_000,
            Duration.ofMinutes(10),
            Duration.ofDays(400),
            Duration.ofDays(3),
            "512MB",
            2,
            Duration.ofSeconds(60));

    /** Makes so many facts of the days up to one, in a folder. */
    public ManyFacts(Path data, LocalDate last, long facts) throws SQLException {
        folder = new LakeFolder(data);
        duck = new DuckDb(folder, settings);
        long exposures = (long) (facts / FACTS_AN_EXPOSURE / DAYS);
        for (int day = DAYS - 1; day >= 0; day--) {
            files.add(write(last.minusDays(day), exposures));
        }
    }

    /** Returns the lake over them. */
    public Lake lake() {
        return new Lake(new OnlyView(files), folder, duck, settings);
    }

    /** Returns how many there are. */
    public long count() {
        return files.stream().mapToLong(LakeFile::facts).sum();
    }

    /** Returns how many bytes their files have. */
    public long bytes() {
        return files.stream().mapToLong(LakeFile::bytes).sum();
    }

    private LakeFile write(LocalDate day, long exposures) throws SQLException {
        long first = LakeFile.firstId(day);
        long step = (LakeFile.firstId(day.plusDays(1)) - first) / (exposures + 1) / 8 * 8;
        var path = folder.unfinished(LakeFile.Part.VIEW, first);
        try (var connection = duck.connection();
                var statement = connection.createStatement()) {
            statement.execute(facts(first, step, exposures, path));
            long bytes = folder.finish(LakeFile.Part.VIEW, first);
            var rows = statement.executeQuery(
                    "select count(*), max(id) from " + DuckDb.parquet(List.of(folder.file(LakeFile.Part.VIEW, first))));
            rows.next();
            return new LakeFile(first, LakeFile.Part.VIEW, day, rows.getLong(1), bytes, first, rows.getLong(2));
        }
    }

    private static String facts(long first, long step, long exposures, Path path) {
        return """
                copy (
                    with shown as (
                        select %1$d + i * %2$d as id, i, (hash(i) %% 1000003)::bigint as chance,
                               1735689600000 + ((%1$d + i * %2$d) >> 22) as happened_at,
                               (hash(i + 1) %% 100000)::bigint as pseudonym, (hash(i + 2) %% 20000)::bigint as work,
                               ['fresh', 'popular', 'interest', 'explore'][1 + (hash(i + 3) %% 4)::int] as source
                          from range(%3$d) part(i)),
                    about as (select id as exposure, * exclude (i, id) from shown)
                    select %4$s where false
                    union all by name
                    select 'exposed' as kind, exposure as id, 0 as sequence, 'for-you' as surface, 'live' as origin,
                           about.* exclude (chance) from about
                    union all by name
                    select 'watched' as kind, exposure as id, 1 as sequence, 'live' as origin, about.* exclude (chance),
                           (chance %% 12000)::int as watched_millis, (chance %% 12000)::int as reached_millis,
                           12000 as duration_millis, chance %% 12000 > 11400 as completed from about
                    union all by name
                    select 'engaged' as kind, exposure + 1 as id, 0 as sequence, 'liked' as detail, 'live' as origin,
                           about.* exclude (chance) from about where chance %% 10 = 0
                    union all by name
                    select 'opened' as kind, exposure + 2 as id, 0 as sequence, 'product' as detail, 'live' as origin,
                           about.* exclude (chance) from about where chance %% 20 = 0
                    union all by name
                    select 'converted' as kind, exposure + 3 + step as id, 0 as sequence,
                           ['carted', 'ordered', 'paid'][1 + step] as detail, 'live' as origin, chance %% 500 as product,
                           about.* exclude (chance) from about, range(3) steps(step) where chance %% 400 = 0
                    order by id, sequence, kind)
                to %5$s (format parquet, compression zstd)""".formatted(first, step, exposures, FactColumn.nothing(), DuckDb.quoted(path.toString()));
    }

    @Override
    public void close() throws SQLException {
        duck.destroy();
    }

    /** Knows these files of the view and nothing that is not folded. */
    private static final class OnlyView extends ManifestStore {
        private final List<LakeFile> files;

        OnlyView(List<LakeFile> files) {
            super(JdbcClient.create(new DriverManagerDataSource()));
            this.files = files;
        }

        @Override
        List<LakeFile> fresh(int limit) {
            return List.of();
        }

        @Override
        List<LakeFile> live(LocalDate from) {
            return files.stream().filter(file -> !file.day().isBefore(from)).toList();
        }
    }
}
