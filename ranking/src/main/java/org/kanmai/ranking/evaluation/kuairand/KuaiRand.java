package org.kanmai.ranking.evaluation.kuairand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kanmai.ranking.evaluation.kuairand.Exposure.Task;

/**
 * The log in memory.
 *
 * @param exposures in the order of their time
 * @param viewers what is told of each viewer, in the order of {@link #VIEWER_COLUMNS}
 */
public record KuaiRand(
        List<Exposure> exposures, Map<Long, List<Long>> viewers, Map<Long, Work> works, Map<Long, Past> pasts) {
    /** What is told of a viewer, as whole numbers. */
    static final List<String> VIEWER_COLUMNS = Stream.concat(
                    Stream.of(
                            "user_active_degree",
                            "is_live_streamer",
                            "is_video_author",
                            "follow_user_num",
                            "fans_user_num",
                            "friend_user_num",
                            "register_days"),
                    IntStream.range(0, 18).mapToObj(place -> "onehot_feat" + place))
            .toList();

    private static final List<String> DEGREES = List.of(
            "full_active",
            "high_active",
            "middle_active",
            "low_active",
            "single_low_active",
            "2_14_day_new",
            "30day_retention",
            "day_new");
    private static final String VIEWER = "user_id";
    private static final String WORK = "video_id";
    private static final long MOST = Integer.MAX_VALUE;
    private static final long FAR = 4_102_444_800_000L;
    private static final int LONGEST_PAST = 500;

    public KuaiRand {
        exposures = List.copyOf(exposures);
        viewers = Map.copyOf(viewers);
        works = Map.copyOf(works);
        pasts = Map.copyOf(pasts);
    }

    /** Reads a folder, or files of it, that hold the log, the viewers, the works and the past; else it is {@link Unreadable}. */
    public static KuaiRand read(List<Path> paths) {
        var files = files(paths);
        return new KuaiRand(
                log(one(files, "log_standard_4_25")),
                viewers(one(files, "user_features")),
                works(one(files, "video_features_basic")),
                pasts(one(files, "user_sequences")));
    }

    private static List<Path> files(List<Path> paths) {
        var files = new ArrayList<Path>();
        for (var path : paths) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (var inside = Files.list(path)) {
                inside.sorted().forEach(files::add);
            } catch (IOException broken) {
                throw new Unreadable(path + " can't be read", "无法读取 " + path);
            }
        }
        return files;
    }

    private static Path one(List<Path> files, String prefix) {
        var found = files.stream()
                .filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
                .filter(Files::isRegularFile)
                .toList();
        if (found.size() != 1) {
            throw new Unreadable(
                    "give one file %s*.csv or .csv.gz of KuaiRand-Pure, or the folder that holds it; there are %d"
                            .formatted(prefix, found.size()),
                    "请给出 KuaiRand-Pure 的一个 %s*.csv 或 .csv.gz 文件，或其所在文件夹；现有 %d 个".formatted(prefix, found.size()));
        }
        return found.getFirst();
    }

    private static List<Exposure> log(Path file) {
        var columns = new ArrayList<>(List.of(VIEWER, WORK, "date", "hourmin", "time_ms", "tab", "play_time_ms"));
        Stream.of(Task.values()).map(Task::column).forEach(columns::add);
        var exposures = new ArrayList<Exposure>();
        Csv.read(file, columns, row -> exposures.add(exposure(row)));
        exposures.sort(Comparator.comparingLong(Exposure::millis));
        return exposures;
    }

    private static Exposure exposure(Row row) {
        var outcomes = EnumSet.noneOf(Task.class);
        for (var task : Task.values()) {
            if (row.flag(task.column())) {
                outcomes.add(task);
            }
        }
        return new Exposure(
                row.number(VIEWER, 0, MOST),
                row.number(WORK, 0, MOST),
                (int) row.number("date", 19_700_101, 99_991_231),
                (int) row.number("hourmin", 0, 2_359) / 100,
                row.number("time_ms", 0, FAR),
                (int) row.number("tab", 0, 99),
                row.number("play_time_ms", 0, FAR),
                outcomes);
    }

    private static Map<Long, List<Long>> viewers(Path file) {
        var columns = new ArrayList<>(VIEWER_COLUMNS);
        columns.add(VIEWER);
        var viewers = new HashMap<Long, List<Long>>();
        Csv.read(file, columns, row -> {
            var told = new ArrayList<Long>();
            told.add((long) DEGREES.indexOf(row.text(VIEWER_COLUMNS.getFirst())));
            VIEWER_COLUMNS.stream().skip(1).forEach(column -> told.add(row.number(column, -MOST, MOST, -1)));
            viewers.put(row.number(VIEWER, 0, MOST), List.copyOf(told));
        });
        return viewers;
    }

    private static Map<Long, Work> works(Path file) {
        var columns = List.of(
                WORK,
                "author_id",
                "video_type",
                "upload_dt",
                "upload_type",
                "video_duration",
                "server_width",
                "server_height",
                "music_id",
                "music_type",
                "tag");
        var works = new HashMap<Long, Work>();
        Csv.read(file, columns, row -> works.put(row.number(WORK, 0, MOST), work(row)));
        return works;
    }

    private static Work work(Row row) {
        return new Work(
                row.number("author_id", 0, Long.MAX_VALUE, 0),
                row.text("video_type"),
                row.text("upload_type"),
                (int) day(row),
                row.number("video_duration", 0, FAR, 0),
                row.number("server_width", 0, MOST, 0),
                row.number("server_height", 0, MOST, 0),
                row.number("music_id", 0, Long.MAX_VALUE, 0),
                row.number("music_type", 0, MOST, 0),
                row.numbers("tag", ',', 100));
    }

    private static long day(Row row) {
        var text = row.text("upload_dt").replace("-", "");
        return text.matches("[0-9]{8}") ? Long.parseLong(text) : 0;
    }

    private static Map<Long, Past> pasts(Path file) {
        var columns = List.of(VIEWER, "watch_seq", "like_seq", "long_watch_seq");
        var pasts = new HashMap<Long, Past>();
        Csv.read(
                file,
                columns,
                row -> pasts.put(
                        row.number(VIEWER, 0, MOST),
                        new Past(
                                row.numbers("watch_seq", ' ', LONGEST_PAST),
                                row.numbers("like_seq", ' ', LONGEST_PAST),
                                row.numbers("long_watch_seq", ' ', LONGEST_PAST))));
        return pasts;
    }
}
