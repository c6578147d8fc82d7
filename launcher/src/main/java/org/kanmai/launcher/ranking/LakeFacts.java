package org.kanmai.launcher.ranking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.Topic;
import org.kanmai.ranking.evaluation.site.FactSource;
import org.kanmai.ranking.evaluation.site.UnusableFacts;

/** What viewers did, from raw files of one lake; a record that two files hold is given once. */
final class LakeFacts implements FactSource {
    static final String ENDING = ".parquet";

    private static final int MOST_FILES = 1_000_000;
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final List<Path> files;
    private final Map<Integer, Long> next = new HashMap<>();

    /** Takes files in the order in which they were written. */
    LakeFacts(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /** Returns the files of a folder in the order in which they were written, which is that of their numbers. */
    static List<Path> files(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            var files = all.filter(file -> file.toString().endsWith(ENDING))
                    .limit(MOST_FILES)
                    .sorted(Comparator.comparing(file -> file.getFileName().toString(), BY_NUMBER))
                    .toList();
            if (files.isEmpty()) {
                throw new UnusableFacts(
                        folder + " has no files of a lake; name data/lake/raw, or files of facts",
                        folder + " 中没有数据湖文件；请给出 data/lake/raw 或事实文件");
            }
            return files;
        }
    }

    @Override
    public void read(Consumer<Fact> each) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:", properties())) {
            files.forEach(file -> read(connection, file, each));
        } catch (SQLException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Properties properties() {
        var properties = new Properties();
        properties.setProperty("memory_limit", "512MB");
        properties.setProperty("threads", "2");
        properties.setProperty("temp_directory", "");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        return properties;
    }

    private void read(Connection connection, Path file, Consumer<Fact> each) {
        var sql = """
                select partition::integer, log_offset::bigint, body::blob
                from read_parquet('%s')
                where topic = ?
                order by partition, log_offset""".formatted(file.toString().replace("'", "''"));
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, Topic.VIEWER.code());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    read(rows, file, each);
                }
            }
        } catch (SQLException broken) {
            var why = String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
            throw new UnusableFacts(file + " is no file of a lake: " + why, file + " 不是数据湖文件：" + why);
        }
    }

    private void read(ResultSet rows, Path file, Consumer<Fact> each) throws SQLException {
        int partition = rows.getInt(1);
        long offset = rows.getLong(2);
        if (partition < 0 || partition >= Topic.PARTITIONS) {
            throw new UnusableFacts(
                    file + " is no file of a lake: partition " + partition, file + " 不是数据湖文件：分区 " + partition);
        }
        if (offset < next.getOrDefault(partition, 0L)) {
            return;
        }
        next.put(partition, offset + 1);
        try {
            FactCodec.read(body(rows.getBytes(3))).ifPresent(each);
        } catch (IllegalArgumentException none) {
            throw new UnusableFacts(
                    "%s, record %d of partition %d: no fact: %s".formatted(file, offset, partition, none.getMessage()),
                    "%s 分区 %d 第 %d 条记录：不是事实：%s".formatted(file, partition, offset, none.getMessage()));
        }
    }

    private static byte[] body(byte @Nullable [] body) {
        if (body == null) {
            throw new IllegalArgumentException("it has no body");
        }
        return body;
    }
}
