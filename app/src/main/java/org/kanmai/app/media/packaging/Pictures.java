package org.kanmai.app.media.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the command that makes covers, the moving preview and the sprite sheet from what the first run made. */
final class Pictures {
    static final String THUMBNAILS = "thumbnails.rgb";
    static final String WHOLE = "whole.mp4";
    static final Duration PREVIEW = Duration.ofSeconds(3);
    private static final int PREVIEW_SHORT_SIDE = 240;
    private static final int COLUMNS = 10;

    private Pictures() {}

    static List<String> arguments(
            Rendition top, Rendition lowest, List<Duration> covers, Duration preview, int thumbnails) {
        var arguments = new ArrayList<String>();
        for (var cover : covers) {
            arguments.addAll(List.of("-ss", seconds(cover), "-i", WHOLE));
        }
        arguments.addAll(List.of("-ss", seconds(preview), "-t", seconds(PREVIEW), "-i", WHOLE));
        arguments.addAll(List.of("-f", "rawvideo", "-pixel_format", "rgb24", "-framerate", "1", "-video_size"));
        arguments.add(FilterGraph.thumbnailWidth(lowest) + "x" + FilterGraph.THUMBNAIL_HEIGHT);
        arguments.addAll(List.of("-i", THUMBNAILS));
        for (int cover = 0; cover < covers.size(); cover++) {
            arguments.addAll(List.of("-map", cover + ":v", "-frames:v", "1", "-q:v", "3", "-update", "1"));
            arguments.add("cover-" + (cover + 1) + ".jpg");
        }
        arguments.addAll(List.of("-map", covers.size() + ":v", "-an", "-vf", "fps=10,scale=" + preview(top)));
        arguments.addAll(List.of("-c:v", "libwebp_anim", "-loop", "0", "-q:v", "50", "-compression_level", "2"));
        arguments.add("preview.webp");
        arguments.addAll(
                List.of("-map", covers.size() + 1 + ":v", "-vf", "tile=%dx%d".formatted(COLUMNS, rows(thumbnails))));
        arguments.addAll(List.of("-frames:v", "1", "-q:v", "5", "-update", "1", "sprite.jpg"));
        return arguments;
    }

    static int thumbnails(Path folder, Rendition lowest) throws IOException {
        return (int) (Files.size(folder.resolve(THUMBNAILS)) / thumbnailBytes(lowest));
    }

    static int thumbnailBytes(Rendition lowest) {
        return FilterGraph.thumbnailWidth(lowest) * FilterGraph.THUMBNAIL_HEIGHT * 3;
    }

    static String sprite(Rendition lowest, int thumbnails) {
        return """
                {"columns":%d,"rows":%d,"count":%d,"width":%d,"height":%d,"everyMillis":1000}
                """.formatted(
                        COLUMNS,
                        rows(thumbnails),
                        thumbnails,
                        FilterGraph.thumbnailWidth(lowest),
                        FilterGraph.THUMBNAIL_HEIGHT);
    }

    private static int rows(int thumbnails) {
        return Math.max(1, (thumbnails + COLUMNS - 1) / COLUMNS);
    }

    private static String preview(Rendition top) {
        double scale = Math.min(1, (double) PREVIEW_SHORT_SIDE / Math.min(top.width(), top.height()));
        return "%d:%d".formatted(Math.round(top.width() * scale), Math.round(top.height() * scale));
    }

    private static String seconds(Duration moment) {
        return String.format(Locale.ROOT, "%.3f", moment.toMillis() / 1000.0);
    }
}
