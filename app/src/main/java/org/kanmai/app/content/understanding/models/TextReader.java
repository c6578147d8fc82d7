package org.kanmai.app.content.understanding.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads one line of text by PaddleOCR's recogniser, whose answer is a character or none for each narrow column. */
final class TextReader {
    private static final int HEIGHT = 48;
    private static final int WIDEST = 1600;
    private static final double SURE = 0.75;

    private final List<String> characters;

    TextReader(List<String> characters) {
        this.characters = List.copyOf(characters);
    }

    /** Reads the characters that the model was taught, one a line. */
    static TextReader of(String resource) throws IOException {
        try (var file = TextReader.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new FileNotFoundException(resource + " is not on the class path");
            }
            return new TextReader(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }

    /** Returns the text of a picture of one line; empty when it is not sure. */
    String read(OrtEnvironment environment, OrtSession session, BufferedImage line) throws OrtException {
        int width = Math.clamp(Math.round((double) line.getWidth() * HEIGHT / line.getHeight()), HEIGHT / 2, WIDEST);
        try (var input = Pixels.FOR_READING.tensor(environment, Pixels.scaled(line, width, HEIGHT));
                var result =
                        session.run(Map.of(session.getInputNames().iterator().next(), input))) {
            var answer = (OnnxTensor) result.get(0);
            long[] shape = answer.getInfo().getShape();
            return text(answer.getFloatBuffer(), (int) shape[1], (int) shape[2]);
        }
    }

    /** Takes the likeliest of each column; the same one twice in a row is one, unless none stands between. */
    String text(FloatBuffer likely, int columns, int choices) {
        var text = new StringBuilder();
        double sum = 0;
        int taken = 0;
        int before = 0;
        for (int column = 0; column < columns; column++) {
            int best = 0;
            for (int choice = 1; choice < choices; choice++) {
                best = likely.get(column * choices + choice) > likely.get(column * choices + best) ? choice : best;
            }
            if (best != 0 && best != before) {
                text.append(best <= characters.size() ? characters.get(best - 1) : " ");
                sum += likely.get(column * choices + best);
                taken++;
            }
            before = best;
        }
        return taken > 0 && sum / taken >= SURE ? text.toString().strip() : "";
    }
}
