package org.kanmai.app.live.encoding;

import java.util.ArrayList;
import java.util.List;

/**
 * What ffmpeg is to do with a stream.
 *
 * @param format of its input, as ffmpeg names it
 * @param copied the picture is passed through; else it becomes one rendition of at most 480 lines with a keyframe a second
 */
public record Plan(String format, boolean copied) {
    private static final int RATE = 25;
    private static final int FRAGMENT_MICROS = 400_000;

    /** A camera of a browser: Matroska, made anew. */
    public static Plan camera() {
        return new Plan("matroska", false);
    }

    List<String> arguments(String encoder) {
        var arguments = new ArrayList<>(
                List.of("-analyzeduration", "1500000", "-probesize", "500000", "-f", format, "-i", "pipe:0"));
        arguments.addAll(List.of("-map", "0:v:0", "-map", "0:a:0?", "-map_metadata", "-1"));
        arguments.addAll(copied ? List.of("-c:v", "copy") : made(encoder));
        arguments.addAll(List.of("-c:a", "aac", "-ar", "44100", "-ac", "2", "-b:a", "96k"));
        arguments.addAll(List.of(
                "-f",
                "mp4",
                "-movflags",
                "frag_keyframe+empty_moov+default_base_moof",
                "-frag_duration",
                Integer.toString(FRAGMENT_MICROS),
                "-flush_packets",
                "1",
                "pipe:1"));
        return arguments;
    }

    private static List<String> made(String encoder) {
        var rate = Integer.toString(RATE);
        var arguments = new ArrayList<>(List.of(
                "-vf",
                "scale=-2:'min(480,ih)',fps=" + rate + ",format=yuv420p",
                "-g",
                rate,
                "-b:v",
                "1000k",
                "-c:v",
                encoder));
        arguments.addAll(
                encoder.equals("libx264")
                        ? List.of("-preset", "veryfast", "-tune", "zerolatency", "-sc_threshold", "0")
                        : List.of("-profile:v", "main", "-rc_mode", "bitrate", "-maxrate", "1250k"));
        return arguments;
    }
}
