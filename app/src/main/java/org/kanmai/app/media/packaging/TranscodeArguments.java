package org.kanmai.app.media.packaging;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kanmai.app.media.ffmpeg.Ffmpeg;
import org.kanmai.app.media.observing.Fingerprint;
import org.kanmai.app.media.observing.Samples;
import org.kanmai.app.media.observing.Sound;

/** Writes the command that makes all sizes and all that evidence is read from, in one run. */
final class TranscodeArguments {
    static final int SEGMENT_SECONDS = 2;
    private static final int KEYFRAME_FRAMES = 300;

    private TranscodeArguments() {}

    static List<String> of(Path source, Film film, List<Rendition> ladder, Encoder encoder) {
        var arguments = new ArrayList<String>();
        arguments.addAll(List.of("-progress", "pipe:1", "-stats_period", "0.5", "-threads", "2"));
        arguments.addAll(List.of("-t", seconds(film)));
        arguments.addAll(Ffmpeg.hostile(source));
        arguments.addAll(List.of("-filter_complex_threads", "2", "-filter_complex", FilterGraph.of(film, ladder)));
        for (int rung = 0; rung < ladder.size(); rung++) {
            arguments.addAll(List.of("-map", "[v" + rung + "]"));
            if (film.sound() != null) {
                arguments.addAll(List.of("-map", "[a" + rung + "]"));
            }
        }
        arguments.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1"));
        arguments.addAll(encoder.arguments());
        for (int rung = 0; rung < ladder.size(); rung++) {
            int bits = ladder.get(rung).bitsPerSecond();
            arguments.addAll(List.of("-b:v:" + rung, Integer.toString(bits)));
            arguments.addAll(List.of("-maxrate:v:" + rung, Integer.toString(bits * 5 / 4)));
            arguments.addAll(List.of("-bufsize:v:" + rung, Integer.toString(bits * 2)));
        }
        // Keyframes at the same times in every size, so that a player can change size between any two segments.
        arguments.addAll(List.of("-g", Integer.toString(KEYFRAME_FRAMES)));
        arguments.addAll(List.of("-force_key_frames", "expr:gte(t,n_forced*" + SEGMENT_SECONDS + ")"));
        arguments.addAll(List.of("-c:a", "aac", "-b:a", "96k"));
        arguments.addAll(playlists(film, ladder));
        arguments.addAll(List.of("-map", "[samples]", "-f", "rawvideo", Samples.FILE));
        arguments.addAll(List.of("-map", "[hashes]", "-f", "rawvideo", Fingerprint.FILE));
        arguments.addAll(List.of("-map", "[thumbnails]", "-f", "rawvideo", Pictures.THUMBNAILS));
        if (film.sound() != null) {
            arguments.addAll(List.of("-map", "[sound]", "-f", "s16le", Sound.FILE));
        }
        return arguments;
    }

    private static List<String> playlists(Film film, List<Rendition> ladder) {
        var streams = new ArrayList<String>();
        for (int rung = 0; rung < ladder.size(); rung++) {
            var sound = film.sound() == null ? "" : ",a:" + rung;
            streams.add("v:" + rung + sound + ",name:" + ladder.get(rung).name());
        }
        return List.of(
                "-f",
                "hls",
                "-hls_time",
                Integer.toString(SEGMENT_SECONDS),
                "-hls_playlist_type",
                "vod",
                "-hls_segment_type",
                "fmp4",
                "-hls_flags",
                "independent_segments",
                "-hls_fmp4_init_filename",
                "init.mp4",
                "-hls_segment_filename",
                "%v/s%03d.m4s",
                "-master_pl_name",
                "master.m3u8",
                "-var_stream_map",
                String.join(" ", streams),
                "%v/index.m3u8");
    }

    private static String seconds(Film film) {
        return String.format(Locale.ROOT, "%.3f", film.length().toMillis() / 1000.0);
    }
}
