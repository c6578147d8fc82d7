package org.kanmai.app.media.packaging;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what ffprobe reports about a file; nothing in it is believed to be there. */
final class FilmReport {
    /** What is asked of ffprobe: no tags but these, since a stranger writes them. */
    static final String ENTRIES = "format=duration,bit_rate:stream=index,codec_type,codec_name,width,height,"
            + "sample_aspect_ratio,avg_frame_rate,r_frame_rate,duration,bit_rate,field_order,color_transfer,channels"
            + ":stream_disposition=attached_pic:stream_side_data=rotation";

    private final JsonNode report;

    FilmReport(JsonNode report) {
        this.report = report;
    }

    /** Returns the film with the largest picture; empty when no stream has one. */
    Optional<Film> film() {
        JsonNode best = null;
        for (var stream : report.path("streams")) {
            if (isPicture(stream) && (best == null || area(stream) > area(best))) {
                best = stream;
            }
        }
        return best == null ? Optional.empty() : Optional.of(film(best));
    }

    boolean hasStreams() {
        return !report.path("streams").isEmpty();
    }

    private Film film(JsonNode picture) {
        boolean turned = Math.abs(rotation(picture)) % 180 == 90;
        int high = number(picture, "height");
        int wide = Math.clamp(Math.round(number(picture, "width") * pixelShape(picture)), 1, 1 << 16);
        var field = picture.path("field_order").asString("progressive");
        var transfer = picture.path("color_transfer").asString("");
        return new Film(
                number(picture, "index"),
                sound(),
                turned ? high : wide,
                turned ? wide : high,
                rate(picture),
                length(picture),
                !field.equals("progressive") && !field.equals("unknown"),
                transfer.equals("smpte2084") || transfer.equals("arib-std-b67"),
                (long) real(picture.path("bit_rate")));
    }

    private static boolean isPicture(JsonNode stream) {
        return stream.path("codec_type").asString("").equals("video")
                && stream.path("codec_name").isString()
                && stream.path("disposition").path("attached_pic").asInt(0) == 0
                && area(stream) > 0;
    }

    private @Nullable Integer sound() {
        for (var stream : report.path("streams")) {
            if (stream.path("codec_type").asString("").equals("audio")
                    && stream.path("codec_name").isString()
                    && number(stream, "channels") > 0) {
                return number(stream, "index");
            }
        }
        return null;
    }

    private static FrameRate rate(JsonNode picture) {
        var average = picture.path("avg_frame_rate").asString("0/0");
        return FrameRate.parse(
                average.startsWith("0/") ? picture.path("r_frame_rate").asString("") : average);
    }

    private Duration length(JsonNode picture) {
        double seconds = real(picture.path("duration"));
        if (seconds <= 0) {
            seconds = real(report.path("format").path("duration"));
        }
        return Duration.ofMillis((long) (1000 * Math.clamp(seconds, 0, 1e7)));
    }

    /** Returns how wide a pixel is for its height; nonsense is square. */
    private static double pixelShape(JsonNode picture) {
        var parts = picture.path("sample_aspect_ratio").asString("").split(":", 2);
        try {
            double shape = Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
            return shape > 0.05 && shape < 20 ? shape : 1;
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException unknown) {
            return 1;
        }
    }

    private static int rotation(JsonNode picture) {
        for (var data : picture.path("side_data_list")) {
            if (data.has("rotation")) {
                return (int) real(data.path("rotation"));
            }
        }
        return 0;
    }

    private static long area(JsonNode stream) {
        return (long) number(stream, "width") * number(stream, "height");
    }

    private static int number(JsonNode node, String field) {
        return Math.max(0, node.path(field).asInt(0));
    }

    private static double real(JsonNode node) {
        try {
            double value = Double.parseDouble(node.asString("0"));
            return Double.isFinite(value) ? value : 0;
        } catch (NumberFormatException unknown) {
            return 0;
        }
    }
}
