package org.kanmai.app.insight.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.kanmai.facts.Binary;
import org.kanmai.facts.proof.LedgerEntry;
import org.kanmai.facts.proof.TreeHead;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries, subtrees and heads of the ledger; all of it only grows. */
@Repository
class LedgerStore {
    private final JdbcClient jdbc;

    LedgerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A subtree that became complete. */
    record Node(int level, long place, Binary hash) {}

    /** Lets no other transaction append until this one ends. */
    void lock() {
        jdbc.sql("lock table insight.head in exclusive mode").update();
    }

    /** Returns what raw files hold that are in no entry yet, the oldest first. */
    List<LedgerEntry> unsealed(int limit) {
        var segments = new LinkedHashMap<Long, List<LedgerEntry.Segment>>();
        jdbc.sql("""
                select file, topic || '/' || partition as lane, lower(offsets) as first, upper(offsets) as after, root
                  from insight.segment
                 where file in (select id
                                  from insight.file
                                 where part = 'raw'
                                   and entry is null
                                 order by id
                                 limit :limit)
                 order by file, topic, partition
                """).param("limit", limit).query(row -> {
            segments.computeIfAbsent(row.getLong("file"), file -> new ArrayList<>())
                    .add(segment(row));
        });
        return segments.entrySet().stream()
                .map(each -> new LedgerEntry(each.getKey(), each.getValue()))
                .toList();
    }

    private static LedgerEntry.Segment segment(ResultSet row) throws SQLException {
        return new LedgerEntry.Segment(
                row.getString("lane"), row.getLong("first"), row.getLong("after"), Binary.of(row.getBytes("root")));
    }

    /** Appends entries from a number on. */
    void append(long from, List<LedgerEntry> entries) {
        jdbc.sql("""
                insert into insight.entry (number, line)
                select :from + place - 1, line
                  from unnest(:lines::text[]) with ordinality as given (line, place)
                """)
                .param("from", from)
                .param("lines", entries.stream().map(LedgerEntry::line).toArray(String[]::new))
                .update();
        jdbc.sql("""
                update insight.file
                   set entry = :from + place - 1
                  from unnest(:files::bigint[]) with ordinality as given (id, place)
                 where file.id = given.id
                """)
                .param("from", from)
                .param("files", entries.stream().map(LedgerEntry::file).toArray(Long[]::new))
                .update();
    }

    /** Adds subtrees. */
    void add(List<Node> nodes) {
        jdbc.sql("""
                insert into insight.node (level, place, hash)
                select level, place, hash
                  from unnest(:levels::smallint[], :places::bigint[], :hashes::bytea[]) as given (level, place, hash)
                """)
                .param("levels", nodes.stream().map(Node::level).toArray(Integer[]::new))
                .param("places", nodes.stream().map(Node::place).toArray(Long[]::new))
                .param("hashes", nodes.stream().map(node -> node.hash().bytes()).toArray(byte[][]::new))
                .update();
    }

    /** Returns the hash of a complete subtree. */
    byte[] node(int level, long place) {
        return jdbc.sql("select hash from insight.node where level = :level and place = :place")
                .param("level", level)
                .param("place", place)
                .query((row, number) -> row.getBytes("hash"))
                .single();
    }

    /** Adds a head. */
    void add(TreeHead head) {
        jdbc.sql("""
                insert into insight.head (number, size, line, signed_at)
                     values ((select coalesce(max(number) + 1, 0) from insight.head), :size, :line, :at)
                """)
                .param("size", head.size())
                .param("line", head.line())
                .param("at", head.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Returns the newest head. */
    Optional<TreeHead> head() {
        return heads(Long.MAX_VALUE, 1).stream().findFirst();
    }

    /** Returns heads of fewer entries than a number, the newest first. */
    List<TreeHead> heads(long before, int limit) {
        return jdbc.sql("select line from insight.head where size < :before order by size desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> TreeHead.parse(row.getString("line")))
                .list();
    }

    /** Returns the lines of heads after the first so many, the oldest first. */
    List<String> headLines(long skipped, int limit) {
        return lines("head", skipped, limit);
    }

    /** Returns the lines of entries from a number on. */
    List<String> entries(long from, int limit) {
        return lines("entry", from, limit);
    }

    private List<String> lines(String of, long from, int limit) {
        return jdbc.sql("select line from insight." + of + " where number >= :from order by number limit :limit")
                .param("from", from)
                .param("limit", limit)
                .query(LedgerStore::line)
                .list();
    }

    private static String line(ResultSet row, int number) throws SQLException {
        return row.getString("line");
    }

    /** Returns the number of the entry of a file; empty while it is in none. */
    Optional<Long> entryOf(long file) {
        return jdbc.sql("select entry from insight.file where id = :file and entry is not null")
                .param("file", file)
                .query((row, number) -> Long.valueOf(row.getLong("entry")))
                .optional();
    }
}
