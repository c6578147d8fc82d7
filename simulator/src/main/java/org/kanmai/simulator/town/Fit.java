package org.kanmai.simulator.town;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.kanmai.facts.tongue.Tongue;
import org.kanmai.simulator.town.world.Sample;

/** Holds the town against a real log: KuaiRand-Pure's main feed, films of 5 to 300 seconds. */
final class Fit {
    private static final String LOG = "log_standard_4_25_to_5_03.csv.gz";
    private static final List<String> COLUMNS = List.of(
            "tab", "play_time_ms", "duration_ms", "is_like", "is_comment", "is_forward", "is_follow", "hourmin");
    private static final List<String> ZH =
            List.of("播放（2 秒）", "停留（3 秒）", "完播", "点赞", "评论", "分享", "关注", "观看秒数", "30 秒以内的作品", "18 至 24 时");
    private static final int WIDTH = 24;
    private static final int DRAWS = 400_000;

    private final Path folder;
    private final Tongue tongue;

    Fit(Path folder, Tongue tongue) {
        this.folder = folder;
        this.tongue = tongue;
    }

    /** Returns each figure of the town beside the real one. */
    String table() throws IOException {
        var real = real();
        var town = Sample.of(DRAWS, 7);
        var text = new StringBuilder(" ".repeat(WIDTH) + tongue.say("      town       real\n", "      小镇       真实\n"));
        for (int place = 0; place < Sample.NAMES.size(); place++) {
            text.append(Tongue.padded(tongue.say(Sample.NAMES.get(place), ZH.get(place)), WIDTH))
                    .append(String.format(Locale.ROOT, "%10.5f %10.5f%n", town.get(place), real.get(place)));
        }
        return text.toString();
    }

    private List<Double> real() throws IOException {
        var sums = new double[Sample.NAMES.size()];
        int rows = 0;
        try (var reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(LOG))), StandardCharsets.UTF_8))) {
            var header = Arrays.asList(reader.readLine().split(",", -1));
            var places = COLUMNS.stream().mapToInt(header::indexOf).toArray();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                rows += add(line.split(",", -1), places, sums) ? 1 : 0;
            }
        }
        var means = new ArrayList<Double>();
        for (double sum : sums) {
            means.add(sum / rows);
        }
        return means;
    }

    private static boolean add(String[] row, int[] places, double[] sums) {
        double played = Double.parseDouble(row[places[1]]);
        double length = Double.parseDouble(row[places[2]]);
        if (!row[places[0]].equals("1") || length < 5_000 || length > 300_000) {
            return false;
        }
        sums[0] += played >= 2_000 ? 1 : 0;
        sums[1] += played >= 3_000 ? 1 : 0;
        sums[2] += played >= 0.95 * length ? 1 : 0;
        for (int kind = 0; kind < 4; kind++) {
            sums[3 + kind] += Double.parseDouble(row[places[3 + kind]]);
        }
        sums[7] += played / 1_000;
        sums[8] += length <= 30_000 ? 1 : 0;
        sums[9] += Integer.parseInt(row[places[7]]) / 100 >= 18 ? 1 : 0;
        return true;
    }
}
