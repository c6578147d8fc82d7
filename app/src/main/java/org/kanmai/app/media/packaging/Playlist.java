package org.kanmai.app.media.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A rendition's playlist, as ffmpeg wrote it.
 *
 * @param beginning the file that every segment needs before it
 */
record Playlist(String beginning, List<String> segments, Duration length) {
    private static final String BEGINNING = "#EXT-X-MAP:URI=\"";
    private static final String LENGTH = "#EXTINF:";

    static Playlist read(Path rendition) throws IOException {
        return parse(Files.readAllLines(rendition.resolve("index.m3u8")));
    }

    static Playlist parse(List<String> lines) {
        var beginning = "";
        var segments = new ArrayList<String>();
        long micros = 0;
        for (var line : lines) {
            if (line.startsWith(BEGINNING)) {
                beginning = line.substring(BEGINNING.length(), line.length() - 1);
            } else if (line.startsWith(LENGTH)) {
                micros += Math.round(1e6 * Double.parseDouble(line.substring(LENGTH.length(), line.indexOf(','))));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                segments.add(line);
            }
        }
        return new Playlist(beginning, List.copyOf(segments), Duration.ofMillis(Math.round(micros / 1000.0)));
    }
}
