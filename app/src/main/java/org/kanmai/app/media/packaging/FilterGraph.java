package org.kanmai.app.media.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kanmai.app.media.observing.Loudness;
import org.kanmai.app.media.observing.Samples;
import org.kanmai.app.media.observing.Sound;

/**
 * Writes the graph that decodes a film once and makes of it every size, the small grey frames that evidence is read from,
 * thumbnails, and the sound twice: levelled for ears, and thin for measuring.
 *
 * <p>Each size is scaled from the one above, since the first step down from 4K costs more than all that follow. ffmpeg has
 * turned the picture upright before the graph begins.
 */
final class FilterGraph {

    static final int THUMBNAIL_HEIGHT = 90;

    private FilterGraph() {}

    static String of(Film film, List<Rendition> ladder) {
        var chains = new ArrayList<String>();
        chains.add("[0:%d]%s".formatted(film.picture(), head(film, ladder.getFirst())));
        for (int rung = 0; rung < ladder.size(); rung++) {
            chains.add("[p%d]split=2[v%d][d%d]".formatted(rung, rung, rung));
            chains.add(rung + 1 < ladder.size() ? down(ladder.get(rung + 1), rung) : looks(ladder.get(rung), rung));
        }
        if (film.sound() != null) {
            chains.add(sound(film.sound(), ladder.size()));
        }
        return String.join(";", chains);
    }

    static int thumbnailWidth(Rendition rendition) {
        double half = THUMBNAIL_HEIGHT / 2.0 * rendition.width() / rendition.height();
        return Math.clamp(2L * Math.round(half), 2, 400);
    }

    private static String head(Film film, Rendition top) {
        var steps = new ArrayList<String>();
        if (film.interlaced()) {
            steps.add("bwdif=mode=send_frame:deint=interlaced");
        }
        steps.add("fps=" + film.rate().shown());
        steps.add("scale=%d:%d:flags=bicubic".formatted(top.width(), top.height()));
        if (film.highDynamicRange()) {
            steps.add("zscale=t=linear:npl=203,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,"
                    + "zscale=t=bt709:m=bt709:r=tv");
        }
        steps.add("setsar=1");
        steps.add("format=yuv420p[p0]");
        return String.join(",", steps);
    }

    private static String down(Rendition next, int rung) {
        return "[d%d]scale=%d:%d:flags=bicubic[p%d]".formatted(rung, next.width(), next.height(), rung + 1);
    }

    private static String looks(Rendition lowest, int rung) {
        return String.format(
                Locale.ROOT,
                "[d%d]split=2[s0][s1];[s0]fps=%d,scale=%d:%d:flags=area,format=gray[samples];"
                        + "[s1]fps=1,split=2[h0][h1];[h0]scale=9:8:flags=area,format=gray[hashes];"
                        + "[h1]scale=%d:%d:flags=area,format=rgb24[thumbnails]",
                rung,
                Samples.SAMPLES_PER_SECOND,
                Samples.SAMPLE_SIDE,
                Samples.SAMPLE_SIDE,
                thumbnailWidth(lowest),
                THUMBNAIL_HEIGHT);
    }

    private static String sound(int stream, int copies) {
        var split = new StringBuilder();
        for (int copy = 0; copy < copies; copy++) {
            split.append("[a").append(copy).append(']');
        }
        return "[0:%d]aresample=48000:async=1:first_pts=0,asplit=2[loud][thin];".formatted(stream)
                + "[thin]ebur128=metadata=1:framelog=quiet,ametadata=mode=print:key=%s:file=%s,"
                        .formatted(Loudness.KEY, Loudness.FILE)
                + "aformat=sample_fmts=s16:sample_rates=%d:channel_layouts=mono[sound];".formatted(Sound.SOUND_RATE)
                + "[loud]loudnorm=I=-16:TP=-1.5:LRA=11,aresample=48000,aformat=channel_layouts=stereo,asplit=%d%s"
                        .formatted(copies, split);
    }
}
