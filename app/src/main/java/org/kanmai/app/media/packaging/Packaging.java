package org.kanmai.app.media.packaging;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.kanmai.app.media.ffmpeg.Ffmpeg;
import org.kanmai.app.media.ffmpeg.Limits;
import org.kanmai.app.media.ffmpeg.Outcome;
import org.kanmai.app.media.ffmpeg.Run;
import org.kanmai.app.media.observing.Figures;
import org.kanmai.app.media.observing.Fingerprint;
import org.kanmai.app.media.observing.Loudness;
import org.kanmai.app.media.observing.Observation;
import org.kanmai.app.media.observing.Samples;
import org.kanmai.app.media.observing.Sound;

/** Makes the package of a film in a private folder: sizes, then pictures, then what was observed; what was only needed on the way goes. */
public final class Packaging {
    private static final long FILE_BYTES = 512L << 20;
    private static final int TRANSCODED_PERCENT = 92;
    private static final Duration HANGING = Duration.ofMinutes(20);

    private final Ffmpeg ffmpeg;
    private final Encoder encoder;
    private final long memoryBytes;

    /** Takes how much memory a run may use. */
    public Packaging(Ffmpeg ffmpeg, Encoder encoder, long memoryBytes) {
        this.ffmpeg = ffmpeg;
        this.encoder = encoder;
        this.memoryBytes = memoryBytes;
    }

    /**
     * Packages a film into an empty folder and tells its percentage now and then; throws {@link Spoiled} when the film can't be
     * packaged and {@link Interruption} when something else ended the work.
     */
    public PackagedFilm pack(Path source, Film film, Path folder, IntConsumer percent)
            throws IOException, InterruptedException {
        var ladder = Ladder.of(film);
        var cpu = transcode(source, film, ladder, folder, percent);
        var length = checkedLength(film, ladder, folder);
        var samples = Samples.read(folder);
        var covers = samples.covers();
        cpu = cpu.plus(picture(film, ladder, samples, covers, folder));
        var fingerprint = Fingerprint.read(folder);
        double silent = film.sound() == null ? 1 : Sound.silent(folder);
        var observations = observations(samples, silent);
        var thumbnails = folder.resolve(Pictures.THUMBNAILS);
        var figures = Figures.of(folder, samples, thumbnails, Pictures.thumbnailBytes(ladder.getLast()), silent);
        clear(folder);
        var top = ladder.getFirst();
        return new PackagedFilm(
                top.width(),
                top.height(),
                length,
                covers.size(),
                keep(folder),
                fingerprint,
                observations,
                figures,
                cpu);
    }

    private Duration transcode(Path source, Film film, List<Rendition> ladder, Path folder, IntConsumer percent)
            throws IOException, InterruptedException {
        for (var rendition : ladder) {
            Files.createDirectories(folder.resolve(rendition.name()));
        }
        double frames = Math.max(
                1, film.length().toMillis() / 1000.0 * film.rate().shown().perSecond());
        var progress = new Progress();
        var run =
                new Run(Run.Program.FFMPEG, TranscodeArguments.of(source, film, ladder, encoder), folder, limits(film));
        return done(ffmpeg.run(run, line -> {
            progress.read(line);
            percent.accept((int) Math.min(TRANSCODED_PERCENT, 1 + progress.frames() / frames * TRANSCODED_PERCENT));
        }));
    }

    /** The clock's limit only ends what hangs: on a busy machine an honest run gets little of the processors. */
    private Limits limits(Film film) {
        var cpu = Duration.ofMinutes(2).plus(film.cost().multipliedBy(6));
        return new Limits(cpu.multipliedBy(5).plus(HANGING), cpu, memoryBytes, FILE_BYTES);
    }

    private static Duration done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.cpu();
            case Outcome.Refused refused ->
                throw new Spoiled(
                        Unfitness.BROKEN,
                        "The file is damaged: its picture or sound can't be decoded.",
                        refused.said());
            case Outcome.TimedOut late ->
                throw new Spoiled(Unfitness.TIMED_OUT, "The film takes more time to prepare than is allowed.", "");
            case Outcome.TooMuch large ->
                throw new Spoiled(Unfitness.TOO_LARGE, "The film takes more memory to prepare than is allowed.", "");
            case Outcome.Died died -> throw new Interruption(died.why());
        };
    }

    /** A header may promise what the file does not hold. */
    private static Duration checkedLength(Film film, List<Rendition> ladder, Path folder) throws IOException {
        var length = Playlist.read(folder.resolve(ladder.getFirst().name())).length();
        if (length.multipliedBy(2).compareTo(film.length()) < 0 || length.toMillis() < 100) {
            throw new Spoiled(
                    Unfitness.BROKEN,
                    "Only %s of %s could be read; the file is cut off or damaged."
                            .formatted(Judge.spoken(length), Judge.spoken(film.length())),
                    "");
        }
        return length;
    }

    private Duration picture(Film film, List<Rendition> ladder, Samples samples, List<Duration> covers, Path folder)
            throws IOException, InterruptedException {
        var lowest = ladder.getLast();
        join(folder.resolve(ladder.getFirst().name()), folder.resolve(Pictures.WHOLE));
        int thumbnails = Pictures.thumbnails(folder, lowest);
        var preview = samples.liveliest(Pictures.PREVIEW);
        var arguments = Pictures.arguments(ladder.getFirst(), lowest, covers, preview, thumbnails);
        var cpu = done(ffmpeg.run(new Run(Run.Program.FFMPEG, arguments, folder, limits(film)), line -> {}));
        Files.copy(folder.resolve("cover-1.jpg"), folder.resolve("cover.jpg"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve("sprite.json"), Pictures.sprite(lowest, thumbnails));
        return cpu;
    }

    /** The beginning and all segments in a row are one film again. */
    static void join(Path rendition, Path whole) throws IOException {
        var playlist = Playlist.read(rendition);
        var names = new ArrayList<String>();
        names.add(playlist.beginning());
        names.addAll(playlist.segments());
        try (var out = Files.newOutputStream(whole)) {
            for (var name : names) {
                Files.copy(rendition.resolve(name), out);
            }
        }
    }

    private static List<Observation> observations(Samples samples, double silent) {
        return List.of(
                new Observation(Observation.Check.BLACK_FRAMES, samples.black()),
                new Observation(Observation.Check.FROZEN_FRAMES, samples.frozen()),
                new Observation(Observation.Check.SILENCE, silent));
    }

    private static void clear(Path folder) throws IOException {
        for (var name : List.of(
                Samples.FILE, Sound.FILE, Loudness.FILE, Fingerprint.FILE, Pictures.THUMBNAILS, Pictures.WHOLE)) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }

    /** Makes sure that every file outlives a loss of power before anyone is told of it; returns their size. */
    private static long keep(Path folder) throws IOException {
        long size = 0;
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
                    channel.force(true);
                    size += Files.isRegularFile(file) ? channel.size() : 0;
                }
            }
        }
        return size;
    }
}
