package org.kanmai.app.content.understanding.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;

/**
 * Pictures as models take them: blue, green and red one after the other, each less a mean and divided by a deviation.
 *
 * @param mean of each colour as it comes, 0-1
 * @param deviation of each colour as it comes
 */
record Pixels(Colour mean, Colour deviation) {
    /** As PaddleOCR's models that find text were taught. */
    static final Pixels FOR_FINDING =
            new Pixels(new Colour(0.485f, 0.456f, 0.406f), new Colour(0.229f, 0.224f, 0.225f));
    /** As PaddleOCR's models that read text were taught. */
    static final Pixels FOR_READING = new Pixels(new Colour(0.5f, 0.5f, 0.5f), new Colour(0.5f, 0.5f, 0.5f));

    /** A value for each of the three planes. */
    record Colour(float first, float second, float third) {}

    /** Returns a picture in another size, in the form that {@link #tensor} takes. */
    static BufferedImage scaled(BufferedImage picture, int width, int height) {
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return scaled;
    }

    OnnxTensor tensor(OrtEnvironment environment, BufferedImage picture) throws OrtException {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] dots = picture.getRGB(0, 0, width, height, null, 0, width);
        var values = new float[3 * dots.length];
        for (int at = 0; at < dots.length; at++) {
            values[at] = value(dots[at], mean.first, deviation.first);
            values[dots.length + at] = value(dots[at] >> 8, mean.second, deviation.second);
            values[2 * dots.length + at] = value(dots[at] >> 16, mean.third, deviation.third);
        }
        return OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), new long[] {1, 3, height, width});
    }

    private static float value(int dot, float mean, float deviation) {
        return ((dot & 0xff) / 255f - mean) / deviation;
    }
}
