package org.kanmai.app.content.understanding.models;

import ai.onnxruntime.OrtException;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Reads Chinese and English text in pictures by PaddleOCR's small models of its fourth version. */
@Component
public final class FrameTexts implements DisposableBean {
    /** The models' name and version. */
    public static final String NAME = "pp-ocr-v4";
    /** The most characters that are kept. */
    public static final int LONGEST = 500;

    private static final Logger log = LoggerFactory.getLogger(FrameTexts.class);
    private static final int MOST_PICTURES = 6;
    private static final int SHORTEST_LINE = 2;
    /** Pictures that are not read by then are left out. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Model finding = new Model("/models/ch_PP-OCRv4_det_infer.onnx");
    private final Model reading = new Model("/models/ch_PP-OCRv4_rec_infer.onnx");
    private @Nullable TextReader reader;

    FrameTexts() {}

    /** Returns the lines that stand in pictures, each once, in the order of the pictures; empty when none or a model is away. */
    public synchronized String of(List<Path> pictures) {
        long begun = System.nanoTime();
        var lines = new LinkedHashSet<String>();
        for (var file : pictures.subList(0, Math.min(MOST_PICTURES, pictures.size()))) {
            if (System.nanoTime() - begun < PATIENCE.toNanos() && !isAway()) {
                picture(file).ifPresent(picture -> add(picture, lines));
            }
        }
        return joined(lines);
    }

    /** Returns whether a model could not be used when it was last needed. */
    public boolean isAway() {
        return finding.isAway() || reading.isAway();
    }

    /** Returns how the models stand. */
    public String standing() {
        return finding.isAway() ? finding.standing() : reading.standing();
    }

    @Override
    public void destroy() throws OrtException {
        finding.close();
        reading.close();
    }

    private void add(BufferedImage picture, Collection<String> lines) {
        var places = finding.use((environment, session) -> TextFinder.find(environment, session, picture))
                .orElse(List.of());
        for (var place : places) {
            line(picture, place).filter(line -> line.length() >= SHORTEST_LINE).ifPresent(lines::add);
        }
    }

    private Optional<String> line(BufferedImage picture, Rectangle place) {
        if (place.isEmpty()) {
            return Optional.empty();
        }
        var line = picture.getSubimage(place.x, place.y, place.width, place.height);
        return reading.use((environment, session) -> reader().read(environment, session, line));
    }

    private TextReader reader() {
        if (reader == null) {
            try {
                reader = TextReader.of("/models/ppocr_keys_v1.txt");
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return reader;
    }

    private static Optional<BufferedImage> picture(Path file) {
        try {
            return Optional.ofNullable(ImageIO.read(file.toFile()));
        } catch (IOException | RuntimeException unreadable) {
            log.warn("content.frame.unreadable file={}", file.getFileName(), unreadable);
            return Optional.empty();
        }
    }

    private static String joined(Collection<String> lines) {
        var text = String.join("\n", lines);
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }
}
