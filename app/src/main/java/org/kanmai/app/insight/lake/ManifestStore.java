package org.kanmai.app.insight.lake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kanmai.facts.Code;
import org.kanmai.facts.Topic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which files the lake has and which records of the log are in them. */
@Repository
class ManifestStore {
    private static final String COLUMNS = "id, part, day, facts, bytes, lower(ids) as first_id, upper(ids) as after_id";

    private final JdbcClient jdbc;

    ManifestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a file. */
    void add(LakeFile file, Instant now) {
        jdbc.sql("""
                insert into insight.file (id, part, day, facts, bytes, ids, written_at, state)
                     values (:id, :part, :day, :facts, :bytes, int8range(:first, :after), :now, :state)
                """)
                .param("id", file.id())
                .param("part", file.part().code())
                .param("day", file.day())
                .param("facts", file.facts())
                .param("bytes", file.bytes())
                .param("first", file.firstId())
                .param("after", Math.max(file.firstId(), file.lastId() + 1))
                .param("now", time(now))
                .param("state", file.part() == LakeFile.Part.RAW ? "fresh" : "live")
                .update();
    }

    /** Adds what a raw file holds; fails when another file holds a record of it. */
    void add(LakeFile file, List<Batch.Segment> segments) {
        jdbc.sql("""
                insert into insight.segment (file, topic, partition, offsets, root)
                select :file, topic, partition, int8range(first, after), root
                  from unnest(:topics::text[], :partitions::int[], :firsts::bigint[], :afters::bigint[], :roots::bytea[])
                       as held (topic, partition, first, after, root)
                """)
                .param("file", file.id())
                .param(
                        "topics",
                        segments.stream().map(each -> each.lane().topic()).toArray(String[]::new))
                .param(
                        "partitions",
                        segments.stream().map(each -> each.lane().partition()).toArray(Integer[]::new))
                .param("firsts", segments.stream().map(Batch.Segment::from).toArray(Long[]::new))
                .param("afters", segments.stream().map(Batch.Segment::to).toArray(Long[]::new))
                .param(
                        "roots",
                        segments.stream().map(each -> each.root().bytes()).toArray(byte[][]::new))
                .update();
    }

    /** Returns the first offset of each lane that is in no file; one look into the index for each lane, however many files there are. */
    Map<Batch.Lane, Long> ends() {
        return ends(jdbc.sql("""
                select topic, partition, after
                  from unnest(:topics::text[]) topic
                 cross join generate_series(0, :partitions - 1) partition
                 cross join lateral (select upper(offsets) as after
                                       from insight.segment
                                      where segment.topic = topic.topic
                                        and segment.partition = partition.partition
                                      order by upper(offsets) desc
                                      limit 1) newest
                """)
                .param("topics", Arrays.stream(Topic.values()).map(Topic::code).toArray(String[]::new))
                .param("partitions", Topic.PARTITIONS));
    }

    /** Returns up to where each lane was in files that were written before a time. */
    Map<Batch.Lane, Long> endsBefore(Instant time) {
        return ends(jdbc.sql("""
                select topic, partition, max(upper(offsets)) as after
                  from insight.segment
                  join insight.file on file.id = segment.file
                 where file.written_at < :time
                   and file.written_at > :time - interval '2 days'
                 group by topic, partition
                """).param("time", time(time)));
    }

    private static Map<Batch.Lane, Long> ends(JdbcClient.StatementSpec statement) {
        var ends = new LinkedHashMap<Batch.Lane, Long>();
        statement.query(row -> {
            ends.put(new Batch.Lane(row.getString("topic"), row.getInt("partition")), row.getLong("after"));
        });
        return ends;
    }

    /** Returns when the newest raw file was written. */
    Optional<Instant> newest() {
        return jdbc.sql("select written_at from insight.file where part = 'raw' order by id desc limit 1")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Returns what the files of each state take together. */
    List<Sum> sums() {
        return jdbc.sql("""
                select part, state, count(*) as files, sum(facts) as facts, sum(bytes) as bytes
                  from insight.file
                 group by part, state
                 order by part, state
                """)
                .query((row, number) -> new Sum(
                        row.getString("part"),
                        row.getString("state"),
                        row.getLong("files"),
                        row.getLong("facts"),
                        row.getLong("bytes")))
                .list();
    }

    /** Files of one state together. */
    record Sum(String part, String state, long files, long facts, long bytes) {}

    /** Returns raw files that are not folded, the oldest first. */
    List<LakeFile> fresh(int limit) {
        return jdbc.sql("select " + COLUMNS + " from insight.file where state = 'fresh' order by id limit :limit")
                .param("limit", limit)
                .query(ManifestStore::file)
                .list();
    }

    /** Returns those of them that are among the first so many entries of the ledger. */
    List<LakeFile> freshUnder(long entries) {
        return jdbc.sql("select " + COLUMNS
                        + " from insight.file where state = 'fresh' and entry < :entries order by id")
                .param("entries", entries)
                .query(ManifestStore::file)
                .list();
    }

    /** Returns whether a raw file that is folded is not among the first so many entries of the ledger. */
    boolean foldedBeyond(long entries) {
        return jdbc.sql("""
                select exists (select from insight.file where part = 'raw' and state <> 'fresh' and entry is null)
                    or exists (select from insight.file where entry >= :entries and state <> 'fresh') as beyond
                """)
                .param("entries", entries)
                .query((row, number) -> row.getBoolean("beyond"))
                .single();
    }

    /** Returns the files of the view from a day on, in order. */
    List<LakeFile> live(LocalDate from) {
        return jdbc.sql("select " + COLUMNS + " from insight.file where state = 'live' and day >= :from order by day")
                .param("from", from)
                .query(ManifestStore::file)
                .list();
    }

    /** Returns the files of the view of some days. */
    List<LakeFile> live(Collection<LocalDate> days) {
        return jdbc.sql("select " + COLUMNS + " from insight.file where state = 'live' and day = any(:days::date[])")
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .query(ManifestStore::file)
                .list();
    }

    /** Moves files from one state to another; returns how many there were in the former. */
    int move(Collection<LakeFile> files, String from, String to, Instant now) {
        return jdbc.sql("""
                update insight.file
                   set state = :to,
                       left_at = :now
                 where id = any(:ids)
                   and state = :from
                """)
                .param("ids", files.stream().map(LakeFile::id).toArray(Long[]::new))
                .param("from", from)
                .param("to", to)
                .param("now", time(now))
                .update();
    }

    /** Returns raw files that were written between two times and may hold a fact of an id. */
    List<LakeFile> rawWith(long id, Instant from, Instant to) {
        return jdbc.sql("select " + COLUMNS + """
                 from insight.file
                where written_at between :from and :to
                  and state in ('fresh', 'folded')
                  and ids @> :id::bigint
                """)
                .param("id", id)
                .param("from", time(from))
                .param("to", time(to))
                .query(ManifestStore::file)
                .list();
    }

    /** Returns folded raw files that were written before a time. */
    List<LakeFile> foldedBefore(Instant time, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                 from insight.file
                where state = 'folded'
                  and written_at < :time
                order by written_at
                limit :limit
                """)
                .param("time", time(time))
                .param("limit", limit)
                .query(ManifestStore::file)
                .list();
    }

    /** Returns files of the view that were replaced before a time. */
    List<LakeFile> replacedBefore(Instant time, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                 from insight.file
                where state = 'replaced'
                  and left_at < :time
                limit :limit
                """)
                .param("time", time(time))
                .param("limit", limit)
                .query(ManifestStore::file)
                .list();
    }

    /** Forgets a file of the view that is removed. */
    void forget(LakeFile replaced) {
        jdbc.sql("delete from insight.file where id = :id and state = 'replaced'")
                .param("id", replaced.id())
                .update();
    }

    /** Returns which of some ids are those of files that exist. */
    Set<Long> known(Collection<Long> ids) {
        return jdbc.sql("select id from insight.file where id = any(:ids) and state <> 'dropped'")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> Long.valueOf(row.getLong(1)))
                .set();
    }

    private static LakeFile file(ResultSet row, int number) throws SQLException {
        return new LakeFile(
                row.getLong("id"),
                Code.parse(LakeFile.Part.class, row.getString("part")),
                row.getObject("day", LocalDate.class),
                row.getLong("facts"),
                row.getLong("bytes"),
                row.getLong("first_id"),
                row.getLong("after_id") - 1);
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
