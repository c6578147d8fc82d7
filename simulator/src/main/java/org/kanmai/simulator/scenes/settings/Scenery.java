package org.kanmai.simulator.scenes.settings;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.SplittableRandom;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Lettering;
import org.kanmai.simulator.scenes.drawing.Look;
import org.kanmai.simulator.scenes.drawing.Pictures;
import org.kanmai.simulator.scenes.drawing.Soft;

/** The painted background of one film: a far and a near layer that move past each other when the camera pans. */
public final class Scenery {

    /** The height in the frame at which things stand on the near ground, in pixels from the top. */
    public static final int GROUND = 716;

    static final int FAR_WIDTH = 680;
    static final int NEAR_WIDTH = 860;
    static final int NEAR_TOP = 560;
    private static final int LARGEST_PAN = 66;

    /** Below this row the near layer hides the far one. */
    private static final int SEEN_ROWS = NEAR_TOP + 130;

    private final BufferedImage far;
    private final BufferedImage near;

    Scenery(Place place, Look look, Pictures pictures, Lettering lettering, long seed) {
        var random = new SplittableRandom(seed);
        var mirrored = random.nextBoolean();
        this.far = farOf(place, look, pictures, lettering, random, mirrored);
        this.near = nearOf(place, look, pictures, lettering, random);
    }

    /** Paints the background, seen by a camera that panned by -1..1 of what it can. */
    public void paint(BufferedImage canvas, Graphics2D graphics, double pan) {
        var shift = Math.clamp(pan, -1.0, 1.0) * LARGEST_PAN;
        copyShifted(canvas, (FAR_WIDTH - Brush.WIDTH) / 2.0 + shift);
        graphics.drawImage(near, -(NEAR_WIDTH - Brush.WIDTH) / 2 - (int) Math.round(shift * 2), NEAR_TOP, null);
    }

    /**
     * Copies the far layer from a fraction of a pixel: each output pixel is a weighted mean of two neighbours, red with blue and green
     * apart. Far faster than an affine transform, and a slow pan doesn't stutter.
     */
    private void copyShifted(BufferedImage canvas, double left) {
        var from = ((DataBufferInt) far.getRaster().getDataBuffer()).getData();
        var to = ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData();
        var whole = (int) Math.floor(left);
        var part = (int) ((left - whole) * 256);
        var rest = 256 - part;
        for (var y = 0; y < SEEN_ROWS; y++) {
            var row = y * FAR_WIDTH + whole;
            var target = y * Brush.WIDTH;
            for (var x = 0; x < Brush.WIDTH; x++) {
                var a = from[row + x];
                var b = from[row + x + 1];
                var redBlue = ((a & 0xff00ff) * rest + (b & 0xff00ff) * part) >>> 8 & 0xff00ff;
                var green = ((a & 0xff00) * rest + (b & 0xff00) * part) >>> 8 & 0xff00;
                to[target + x] = redBlue | green;
            }
        }
    }

    private static BufferedImage farOf(
            Place place, Look look, Pictures pictures, Lettering lettering, SplittableRandom random, boolean mirrored) {
        var sharp = new BufferedImage(FAR_WIDTH, Brush.HEIGHT, BufferedImage.TYPE_INT_RGB);
        place.far(new Brush(sharp, pictures, lettering, look), random);
        var soft = place.blur() > 0 ? Soft.blurred(sharp, place.blur()) : sharp;
        var image = new BufferedImage(FAR_WIDTH, Brush.HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        if (mirrored) {
            graphics.drawImage(soft, FAR_WIDTH, 0, -FAR_WIDTH, Brush.HEIGHT, null);
        } else {
            graphics.drawImage(soft, 0, 0, null);
        }
        graphics.setPaint(new RadialGradientPaint(FAR_WIDTH / 2f, 430f, 720f, new float[] {0.45f, 1f}, new Color[] {
            new Color(0, 0, 0, 0), new Color(10, 0, 20, 120)
        }));
        graphics.fillRect(0, 0, FAR_WIDTH, Brush.HEIGHT);
        graphics.dispose();
        return image;
    }

    private static BufferedImage nearOf(
            Place place, Look look, Pictures pictures, Lettering lettering, SplittableRandom random) {
        var image = new BufferedImage(NEAR_WIDTH, Brush.HEIGHT - NEAR_TOP, BufferedImage.TYPE_INT_ARGB_PRE);
        place.near(new Brush(image, pictures, lettering, look), random);
        return image;
    }
}
