package org.kanmai.app.content.understanding.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Finds lines of text in a picture by PaddleOCR's detector (Liao et al. 2020), as rectangles that stand upright: text that runs
 * askew is cut badly or missed.
 */
final class TextFinder {
    static final int MOST_LINES = 12;
    private static final int LONGEST_SIDE = 736;
    private static final int STEP = 32;
    private static final float TEXT = 0.3f;
    private static final double SURE = 0.6;
    private static final int LOWEST = 4;
    /** The model is taught to see a core of each line; the line is this much wider around. */
    private static final double AROUND = 1.6;

    private TextFinder() {}

    /** Returns lines from top to bottom. */
    static List<Rectangle> find(OrtEnvironment environment, OrtSession session, BufferedImage picture)
            throws OrtException {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = stepped(picture.getWidth() * scale);
        int height = stepped(picture.getHeight() * scale);
        try (var input = Pixels.FOR_FINDING.tensor(environment, Pixels.scaled(picture, width, height));
                var result =
                        session.run(Map.of(session.getInputNames().iterator().next(), input))) {
            var likely = new float[width * height];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(likely);
            return lines(likely, width, height).stream()
                    .map(line -> grown(line, picture, width, height))
                    .sorted(Comparator.comparingInt(line -> line.y))
                    .toList();
        }
    }

    /** Returns the largest connected places that are likely text. */
    static List<Rectangle> lines(float[] likely, int width, int height) {
        var seen = new boolean[likely.length];
        var lines = new ArrayList<Rectangle>();
        for (int at = 0; at < likely.length; at++) {
            if (!seen[at] && likely[at] > TEXT) {
                var place = new Place(likely, seen, width, height);
                place.flood(at);
                if (place.isLine()) {
                    lines.add(place.rectangle());
                }
            }
        }
        lines.sort(Comparator.comparingInt((Rectangle line) -> line.width * line.height)
                .reversed());
        return lines.stream().limit(MOST_LINES).toList();
    }

    private static Rectangle grown(Rectangle core, BufferedImage picture, int width, int height) {
        double by = AROUND * core.width * core.height / (2.0 * (core.width + core.height));
        double acrossBy = (double) picture.getWidth() / width;
        double downBy = (double) picture.getHeight() / height;
        var line = new Rectangle(
                (int) ((core.x - by) * acrossBy),
                (int) ((core.y - by) * downBy),
                (int) Math.ceil((core.width + 2 * by) * acrossBy),
                (int) Math.ceil((core.height + 2 * by) * downBy));
        return line.intersection(new Rectangle(picture.getWidth(), picture.getHeight()));
    }

    private static int stepped(double side) {
        return Math.max(STEP, (int) Math.round(side / STEP) * STEP);
    }

    /** A connected place of likely text. */
    private static final class Place {
        private final float[] likely;
        private final boolean[] seen;
        private final int width;
        private final int height;
        private int left = Integer.MAX_VALUE;
        private int right = -1;
        private int top = Integer.MAX_VALUE;
        private int bottom = -1;
        private int dots;
        private double sum;

        Place(float[] likely, boolean[] seen, int width, int height) {
            this.likely = likely;
            this.seen = seen;
            this.width = width;
            this.height = height;
        }

        void flood(int from) {
            var next = new ArrayDeque<Integer>();
            seen[from] = true;
            next.add(from);
            while (!next.isEmpty()) {
                int at = next.remove();
                take(at);
                spread(at, next);
            }
        }

        private void take(int at) {
            left = Math.min(left, at % width);
            right = Math.max(right, at % width);
            top = Math.min(top, at / width);
            bottom = Math.max(bottom, at / width);
            dots++;
            sum += likely[at];
        }

        private void spread(int at, ArrayDeque<Integer> next) {
            for (int y = Math.max(0, at / width - 1); y <= Math.min(height - 1, at / width + 1); y++) {
                for (int x = Math.max(0, at % width - 1); x <= Math.min(width - 1, at % width + 1); x++) {
                    int neighbour = y * width + x;
                    if (!seen[neighbour] && likely[neighbour] > TEXT) {
                        seen[neighbour] = true;
                        next.add(neighbour);
                    }
                }
            }
        }

        boolean isLine() {
            return right - left >= LOWEST && bottom - top >= LOWEST && sum / dots >= SURE;
        }

        Rectangle rectangle() {
            return new Rectangle(left, top, right - left + 1, bottom - top + 1);
        }
    }
}
