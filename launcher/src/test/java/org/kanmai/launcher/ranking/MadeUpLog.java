package org.kanmai.launcher.ranking;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.duckdb.DuckDBConnection;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PageId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Served;
import org.kanmai.facts.ServedItem;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.Topic;
import org.kanmai.facts.Watched;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.RecentWatches;
import org.kanmai.ranking.ViewerInterests;
import org.kanmai.ranking.ViewerSpending;
import org.kanmai.ranking.WorkCounters;
import org.kanmai.ranking.features.Audience;
import org.kanmai.ranking.features.Item;
import org.kanmai.ranking.features.ItemIds;
import org.kanmai.ranking.features.Meeting;
import org.kanmai.ranking.features.SiteShape;

/** What became of pages of one work each, two seconds apart; nine of ten even works are watched to the end, one of ten others. */
final class MadeUpLog {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int LENGTH = 10_000;

    final List<Fact.OfViewer> facts = new ArrayList<>();

    MadeUpLog(int pages, int viewers, int works) {
        var chance = new SplittableRandom(7);
        for (int page = 0; page < pages; page++) {
            var at = NOON.plusSeconds(2L * page);
            long work = 1L + chance.nextInt(works);
            boolean liked = chance.nextInt(10) < (work % 2 == 0 ? 9 : 1);
            var served = served(1_000 + page, 1 + chance.nextInt(viewers), work, at);
            facts.add(served);
            facts.add(new Exposed(served.terms(0), at, Origin.LIVE));
            facts.add(watched(served, at.plusSeconds(1), liked ? LENGTH : 1_000));
        }
        facts.add(repeatedLater((Watched) facts.getLast()));
    }

    private static Served served(long exposure, long viewer, long work, Instant at) {
        var audience = new Audience(
                ViewerInterests.NONE,
                ViewerInterests.NONE.at(at),
                RecentWatches.NONE,
                Set.of(),
                "",
                ViewerSpending.NONE,
                2,
                Surface.FOR_YOU,
                LocalDateTime.of(2026, 3, 1, 12, 0));
        var item = new Item(
                new WorkId(work), new PersonId(1 + work % 7), NOON, LENGTH, List.of("tag" + work % 3), List.of());
        var meeting = new Meeting(audience, item, Source.FRESH, WorkCounters.NONE.rated(), at);
        var ids = new ItemIds(SiteShape.item(item), SiteShape.cross(meeting), new double[] {0.25, 0.5});
        return new Served(
                new PageId(exposure),
                at,
                Origin.LIVE,
                new Pseudonym(viewer),
                exposure,
                Surface.FOR_YOU,
                1,
                2,
                Binary.EMPTY,
                SiteShape.viewer(audience).logged(),
                List.of(new ServedItem(
                        new ExposureId(exposure),
                        Subject.work(item.work()),
                        0,
                        Source.FRESH,
                        SlotKind.RANKED,
                        1,
                        0.75f,
                        ids.logged())),
                Binary.EMPTY);
    }

    private static Watched watched(Served page, Instant at, int millis) {
        var terms = page.terms(0);
        return new Watched(
                terms.exposure(),
                1,
                at,
                Origin.LIVE,
                terms.pseudonym(),
                terms.subject(),
                terms.source(),
                millis,
                millis,
                millis,
                LENGTH,
                millis / LENGTH,
                true);
    }

    /** By then all is over. */
    private static Watched repeatedLater(Watched last) {
        return new Watched(
                last.exposure(),
                last.sequence(),
                last.at().plusSeconds(600),
                last.origin(),
                last.pseudonym(),
                last.subject(),
                last.source(),
                last.watchedMillis(),
                last.playedMillis(),
                last.positionMillis(),
                last.durationMillis(),
                last.loops(),
                last.ended());
    }

    /** Writes a line each, packed. */
    Path lines(Path file) throws Exception {
        var bytes = new ByteArrayOutputStream();
        for (var fact : facts) {
            bytes.write(FactCodec.write(fact));
            bytes.write('\n');
        }
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            bytes.writeTo(out);
        }
        return file;
    }

    /** Writes raw files as a site's lake has them, partition after partition; the second begins with the end of the first once more. */
    Path lake(Path data) throws Exception {
        var raw = Files.createDirectories(data.resolve("lake/raw"));
        int half = facts.size() / 2;
        file(raw.resolve("99.parquet"), 0, half);
        file(raw.resolve("100.parquet"), half - 100, facts.size());
        return data;
    }

    private void file(Path file, int from, int to) throws Exception {
        var partitions = new TreeMap<Integer, Map<Long, byte[]>>();
        var offsets = new HashMap<Integer, Long>();
        for (int at = 0; at < to; at++) {
            int partition = (int) (facts.get(at).key() % Topic.PARTITIONS);
            long offset = offsets.merge(partition, 1L, Long::sum);
            if (at >= from) {
                partitions
                        .computeIfAbsent(partition, unseen -> new TreeMap<>())
                        .put(offset, FactCodec.write(facts.get(at)));
            }
        }
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("create table raw (topic varchar, partition smallint, log_offset bigint, body blob)");
            statement.execute("insert into raw values ('work', 3, 0, 'read by nobody')");
            try (var rows = connection.unwrap(DuckDBConnection.class).createAppender("main", "raw")) {
                for (var partition : partitions.entrySet()) {
                    for (var record : partition.getValue().entrySet()) {
                        rows.beginRow()
                                .append("viewer")
                                .append(partition.getKey().shortValue())
                                .append(record.getKey().longValue())
                                .append(record.getValue())
                                .endRow();
                    }
                }
            }
            statement.execute("copy raw to '%s' (format parquet)".formatted(file));
        }
    }
}
