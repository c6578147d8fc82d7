package org.kanmai.app.insight.lake;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kanmai.facts.Ids;
import org.springframework.stereotype.Component;

/** Folds raw files into the view: for each day of their facts' ids a new file, in which each fact is once. */
@Component
class Folding {
    private final ManifestStore store;
    private final Manifest manifest;
    private final DuckDb duck;
    private final LakeFolder folder;
    private final LakeSettings settings;
    private final Ids ids;

    Folding(ManifestStore store, Manifest manifest, DuckDb duck, LakeFolder folder, LakeSettings settings, Ids ids) {
        this.store = store;
        this.manifest = manifest;
        this.duck = duck;
        this.folder = folder;
        this.settings = settings;
        this.ids = ids;
    }

    /** Folds when enough has come together. */
    void foldIfDue() throws SQLException {
        var fresh = store.fresh(settings.foldFiles());
        long records = fresh.stream().mapToLong(LakeFile::facts).sum();
        if (fresh.size() >= settings.foldFiles() || records >= settings.foldRecords()) {
            fold(fresh);
        }
    }

    /** Folds all that is fresh. */
    void fold() throws SQLException {
        var fresh = store.fresh(settings.foldFiles());
        if (!fresh.isEmpty()) {
            fold(fresh);
        }
    }

    private void fold(List<LakeFile> raw) throws SQLException {
        try (var connection = duck.connection()) {
            var days = days(connection, raw);
            var former = store.live(days);
            var byDay = former.stream().collect(Collectors.toMap(LakeFile::day, Function.identity()));
            var next = new ArrayList<LakeFile>();
            for (var day : days) {
                next.add(write(connection, day, raw, Optional.ofNullable(byDay.get(day))));
            }
            manifest.fold(raw, former, next);
        }
    }

    private SortedSet<LocalDate> days(Connection connection, Collection<LakeFile> raw) throws SQLException {
        var days = new TreeSet<LocalDate>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select min(id) from %s where kind is not null group by id // %d"
                        .formatted(read(raw), DAY_OF_IDS))) {
            while (rows.next()) {
                days.add(LakeFile.day(rows.getLong(1)));
            }
        }
        return days;
    }

    private static final long DAY_OF_IDS =
            LakeFile.firstId(LocalDate.of(2025, 1, 2)) - LakeFile.firstId(LocalDate.of(2025, 1, 1));

    private LakeFile write(Connection connection, LocalDate day, List<LakeFile> raw, Optional<LakeFile> former)
            throws SQLException {
        long id = ids.next();
        var unfinished = folder.unfinished(LakeFile.Part.VIEW, id);
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    copy (
                        select %1$s
                          from (select %1$s, '' as topic, 0 as partition, 0 as log_offset from %2$s
                                union all
                                select %1$s, topic, partition, log_offset from %3$s
                                 where kind is not null and id >= %4$d and id < %5$d)
                       qualify row_number() over (partition by kind, id, sequence order by topic, partition, log_offset) = 1
                         order by id, sequence, kind)
                    to %6$s (format parquet, compression zstd)""".formatted(
                    FactColumn.names(),
                    former.map(file -> read(List.of(file))).orElse("(select " + FactColumn.nothing() + " where false)"),
                    read(raw),
                    LakeFile.firstId(day),
                    LakeFile.firstId(day.plusDays(1)),
                    DuckDb.quoted(unfinished.toString())));
        }
        long bytes = folder.finish(LakeFile.Part.VIEW, id);
        return described(connection, id, day, bytes);
    }

    private LakeFile described(Connection connection, long id, LocalDate day, long bytes) throws SQLException {
        var path = folder.file(LakeFile.Part.VIEW, id);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*), min(id), max(id) from " + DuckDb.parquet(List.of(path)))) {
            row.next();
            return new LakeFile(id, LakeFile.Part.VIEW, day, row.getLong(1), bytes, row.getLong(2), row.getLong(3));
        }
    }

    private String read(Collection<LakeFile> files) {
        List<Path> paths =
                files.stream().map(file -> folder.file(file.part(), file.id())).toList();
        return DuckDb.facts(paths);
    }
}
