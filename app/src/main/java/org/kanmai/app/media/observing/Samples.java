package org.kanmai.app.media.observing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A film as small grey frames, four a second: enough to tell black, frozen, and which moments show most. */
public final class Samples {
    /** Shared with who makes the samples. */
    public static final int SAMPLES_PER_SECOND = 4;
    /** Shared with who makes the samples. */
    public static final int SAMPLE_SIDE = 32;
    /** Its file in the working folder. */
    public static final String FILE = "samples.gray";

    static final int FRAME = SAMPLE_SIDE * SAMPLE_SIDE;
    /** Darkest white of what counts as black; limited-range video has its black at 16. */
    private static final int BLACK = 32;

    private static final double BLACK_CELLS = 0.98;
    private static final int STILL = 2;
    private static final int COVERS = 4;
    private static final double ALIKE = 5;
    /** A picture that differs this much from the one before, and several times as much as those around it, is another one. */
    private static final double CUT = 24;

    private static final double CUT_ABOVE_ITS_SURROUNDINGS = 2.5;

    private final byte[] frames;
    private final int count;

    Samples(byte[] frames) {
        this.frames = frames;
        this.count = frames.length / FRAME;
    }

    public static Samples read(Path folder) throws IOException {
        return new Samples(Files.readAllBytes(folder.resolve(FILE)));
    }

    /** Returns the share of frames that are black, 0-1. */
    public double black() {
        int black = 0;
        for (int frame = 0; frame < count; frame++) {
            int dark = 0;
            for (int cell = 0; cell < FRAME; cell++) {
                dark += at(frame, cell) <= BLACK ? 1 : 0;
            }
            black += dark >= BLACK_CELLS * FRAME ? 1 : 0;
        }
        return count == 0 ? 0 : (double) black / count;
    }

    /** Returns the share of frames that show no change since the one before, 0-1. */
    public double frozen() {
        int still = 0;
        for (int frame = 1; frame < count; frame++) {
            still += largestChange(frame) <= STILL ? 1 : 0;
        }
        return count < 2 ? 0 : (double) still / (count - 1);
    }

    /** Returns how much a frame differs from the one before on average, 0-1. */
    public double motion() {
        double sum = 0;
        for (int frame = 1; frame < count; frame++) {
            sum += meanChange(frame, frame - 1);
        }
        return count < 2 ? 0 : sum / (count - 1) / 255;
    }

    /** Returns how often in a minute the picture jumps to another one; slow fades are not seen. */
    public double cutsAMinute() {
        int cuts = 0;
        for (int frame = 1; frame < count; frame++) {
            cuts += isCut(frame) ? 1 : 0;
        }
        return count < 2 ? 0 : cuts * 60.0 * SAMPLES_PER_SECOND / count;
    }

    /** Returns up to four moments worth a cover, the best first: one of each quarter, none like another. */
    public List<Duration> covers() {
        var best = new ArrayList<Integer>();
        for (int part = 0; part < COVERS; part++) {
            bestOf(part * count / COVERS, (part + 1) * count / COVERS).ifPresent(best::add);
        }
        best.sort(Comparator.comparingDouble(this::appeal).reversed());
        var kept = new ArrayList<Integer>();
        for (int frame : best) {
            if (kept.stream().noneMatch(other -> meanChange(frame, other) < ALIKE)) {
                kept.add(frame);
            }
        }
        return kept.stream().map(Samples::moment).toList();
    }

    /** Returns when the liveliest stretch of a length begins. */
    public Duration liveliest(Duration length) {
        int window = (int) Math.min(count, length.toMillis() * SAMPLES_PER_SECOND / 1000);
        double best = -1;
        int start = 0;
        double sum = 0;
        for (int frame = 1; frame < count; frame++) {
            sum += meanChange(frame, frame - 1);
            sum -= frame >= window ? meanChange(frame - window + 1, Math.max(0, frame - window)) : 0;
            if (frame >= window - 1 && sum > best) {
                best = sum;
                start = frame - window + 1;
            }
        }
        return moment(start);
    }

    private java.util.Optional<Integer> bestOf(int from, int to) {
        return java.util.stream.IntStream.range(from, to).boxed().max(Comparator.comparingDouble(this::appeal));
    }

    /** Rewards contrast and detail of a picture that is neither dark nor glaring. */
    private double appeal(int frame) {
        double sum = 0;
        double squares = 0;
        double detail = 0;
        for (int cell = 0; cell < FRAME; cell++) {
            int here = at(frame, cell);
            sum += here;
            squares += (double) here * here;
            if (cell % SAMPLE_SIDE > 0) {
                detail += Math.abs(here - at(frame, cell - 1));
            }
        }
        double mean = sum / FRAME;
        double spread = Math.sqrt(Math.max(0, squares / FRAME - mean * mean));
        double light = 1 - Math.abs(mean - 128) / 160;
        return light * (spread + 2 * detail / FRAME);
    }

    private boolean isCut(int frame) {
        double change = meanChange(frame, frame - 1);
        double before = frame > 1 ? meanChange(frame - 1, frame - 2) : 0;
        double after = frame + 1 < count ? meanChange(frame + 1, frame) : 0;
        return change >= CUT && change >= CUT_ABOVE_ITS_SURROUNDINGS * (before + after) / 2;
    }

    private double meanChange(int frame, int other) {
        long sum = 0;
        for (int cell = 0; cell < FRAME; cell++) {
            sum += Math.abs(at(frame, cell) - at(other, cell));
        }
        return (double) sum / FRAME;
    }

    private int largestChange(int frame) {
        int largest = 0;
        for (int cell = 0; cell < FRAME; cell++) {
            largest = Math.max(largest, Math.abs(at(frame, cell) - at(frame - 1, cell)));
        }
        return largest;
    }

    private int at(int frame, int cell) {
        return frames[frame * FRAME + cell] & 0xff;
    }

    private static Duration moment(int frame) {
        return Duration.ofMillis(frame * 1000L / SAMPLES_PER_SECOND);
    }
}
