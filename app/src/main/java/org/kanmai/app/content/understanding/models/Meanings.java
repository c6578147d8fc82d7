package org.kanmai.app.content.understanding.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Turns a text into a direction of 512 numbers, so that texts about like things point alike: bge-small-zh v1.5 (Xiao et al.
 * 2023), quantised to bytes. It reads Chinese best, and English passably.
 */
@Component
public final class Meanings implements DisposableBean {
    /** How many numbers make a direction. */
    public static final int DIMENSIONS = 512;
    /** The model's name and version. */
    public static final String NAME = "bge-small-zh-v1.5-q";

    /** A title and the beginning of a caption; time grows with it. */
    private static final int MOST_PIECES = 128;

    private final Model model;
    private @Nullable WordPieces pieces;

    Meanings() {
        this(new Model("/" + NAME + ".onnx"));
    }

    Meanings(Model model) {
        this.model = model;
    }

    /** Returns what a text means, of length 1; empty when it says nothing or the model is away. */
    public synchronized Optional<float[]> of(String text) {
        return model.use((environment, session) -> {
                    var numbers = pieces().of(text, MOST_PIECES);
                    return numbers.size() == 2 ? new float[0] : run(environment, session, numbers);
                })
                .filter(direction -> direction.length == DIMENSIONS);
    }

    /** Returns whether the model could not be used when it was last needed. */
    public boolean isAway() {
        return model.isAway();
    }

    /** Returns how the model stands. */
    public String standing() {
        return model.standing();
    }

    @Override
    public void destroy() throws OrtException {
        model.close();
    }

    private WordPieces pieces() {
        if (pieces == null) {
            try {
                pieces = WordPieces.read("/" + NAME + "-tokenizer.json");
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return pieces;
    }

    private static float[] run(OrtEnvironment environment, OrtSession session, List<Integer> numbers)
            throws OrtException {
        var pieces = numbers.stream().mapToLong(Integer::longValue).toArray();
        var ones = new long[pieces.length];
        Arrays.fill(ones, 1);
        long[] shape = {1, pieces.length};
        try (var ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(pieces), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                var types = OnnxTensor.createTensor(environment, LongBuffer.allocate(pieces.length), shape);
                var result = session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            var direction = new float[DIMENSIONS];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(direction);
            return ofLengthOne(direction);
        }
    }

    private static float[] ofLengthOne(float[] direction) {
        double squares = 0;
        for (float each : direction) {
            squares += each * each;
        }
        var length = (float) Math.sqrt(squares);
        if (!(length > 0) || Float.isInfinite(length)) {
            return new float[0];
        }
        for (int at = 0; at < direction.length; at++) {
            direction[at] /= length;
        }
        return direction;
    }
}
