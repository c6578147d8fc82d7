package org.kanmai.app.media.packaging;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.kanmai.app.media.ffmpeg.Ffmpeg;
import org.kanmai.app.media.ffmpeg.Limits;
import org.kanmai.app.media.ffmpeg.Outcome;
import org.kanmai.app.media.ffmpeg.Run;
import org.kanmai.app.media.packaging.Verdict.Fit;
import org.kanmai.app.media.packaging.Verdict.Unfit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Says by its content whether a file is a film that is taken here; its name is never looked at. */
public final class Judge {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SMALLEST_SIDE = 16;

    private final Ffmpeg ffmpeg;
    private final Allowance allowance;
    private final Limits limits;

    /** Takes what is allowed, and how much memory a look may use. */
    public Judge(Ffmpeg ffmpeg, Allowance allowance, long memoryBytes) {
        this.ffmpeg = ffmpeg;
        this.allowance = allowance;
        this.limits = new Limits(Duration.ofMinutes(4), Duration.ofSeconds(30), memoryBytes, 1 << 20);
    }

    /** Looks at a file; throws {@link Interruption} when something outside the file ended the look. */
    public Verdict judge(Path source, Path folder) throws InterruptedException {
        var text = new StringBuilder();
        var outcome =
                ffmpeg.run(probe(source, folder), line -> text.append(line).append('\n'));
        return switch (outcome) {
            case Outcome.Done done -> judged(text.toString(), source, folder);
            case Outcome.Refused refused -> unreadable(refused.said());
            case Outcome.TimedOut late -> new Unfit(Unfitness.TIMED_OUT, "Looking into the file took too long.");
            case Outcome.TooMuch large -> new Unfit(Unfitness.TOO_LARGE, "Looking into the file took too much memory.");
            case Outcome.Died died -> throw new Interruption(died.why());
        };
    }

    private Verdict judged(String text, Path source, Path folder) throws InterruptedException {
        FilmReport report;
        try {
            report = new FilmReport(JSON.readTree(text));
        } catch (JacksonException unreadable) {
            return unreadable("");
        }
        var film = report.film();
        if (film.isEmpty()) {
            return report.hasStreams()
                    ? new Unfit(Unfitness.NO_PICTURE, "The file has no moving picture.")
                    : new Unfit(Unfitness.NOT_A_VIDEO, "The file holds no film.");
        }
        var found = film.get();
        return allowed(found.length().isZero() ? measured(found, source, folder) : found, allowance);
    }

    /** Returns what the rules say of a film. */
    static Verdict allowed(Film film, Allowance allowance) {
        if (Math.max(film.width(), film.height()) > allowance.longestSide()) {
            return new Unfit(
                    Unfitness.TOO_LARGE,
                    "The picture is %d × %d; at most %d pixels a side are taken."
                            .formatted(film.width(), film.height(), allowance.longestSide()));
        }
        if (film.shortSide() < SMALLEST_SIDE) {
            return new Unfit(
                    Unfitness.NO_PICTURE,
                    "The picture is %d × %d, too small to see.".formatted(film.width(), film.height()));
        }
        if (film.length().compareTo(allowance.longest()) > 0) {
            return new Unfit(
                    Unfitness.TOO_LONG,
                    "The film is %s long; at most %s are taken."
                            .formatted(spoken(film.length()), spoken(allowance.longest())));
        }
        if (film.length().compareTo(allowance.shortest()) < 0) {
            return new Unfit(
                    Unfitness.TOO_SHORT,
                    "The film is %s long; at least %s are needed."
                            .formatted(spoken(film.length()), spoken(allowance.shortest())));
        }
        return new Fit(film);
    }

    static String spoken(Duration length) {
        if (length.toMinutes() == 0) {
            return "%.1f s".formatted(length.toMillis() / 1000.0);
        }
        return length.toSecondsPart() == 0
                ? length.toMinutes() + " min"
                : "%d min %d s".formatted(length.toMinutes(), length.toSecondsPart());
    }

    private static Verdict unreadable(String said) {
        boolean cut = said.contains("moov atom not found") || said.contains("EBML") || said.contains("partial file");
        return cut
                ? new Unfit(Unfitness.BROKEN, "The file is cut off or damaged: its index can't be read.")
                : new Unfit(Unfitness.NOT_A_VIDEO, "The file is no film in a form that can be read here.");
    }

    private Run probe(Path source, Path folder) {
        var arguments = new ArrayList<>(List.of("-of", "json=c=1", "-show_entries", FilmReport.ENTRIES));
        arguments.addAll(Ffmpeg.hostile(source));
        return new Run(Run.Program.FFPROBE, arguments, folder, limits);
    }

    /** Browsers record films whose header says no length: the packets are counted without decoding them. */
    private Film measured(Film film, Path source, Path folder) throws InterruptedException {
        var arguments = new ArrayList<>(Ffmpeg.hostile(source));
        arguments.addAll(
                List.of("-map", "0:" + film.picture(), "-c", "copy", "-progress", "pipe:1", "-f", "null", "-"));
        var progress = new Progress();
        var outcome = ffmpeg.run(new Run(Run.Program.FFMPEG, arguments, folder, limits), progress::read);
        var length = outcome instanceof Outcome.Done ? progress.time() : Duration.ZERO;
        return new Film(
                film.picture(),
                film.sound(),
                film.width(),
                film.height(),
                film.rate(),
                length,
                film.interlaced(),
                film.highDynamicRange(),
                film.bitsPerSecond());
    }
}
