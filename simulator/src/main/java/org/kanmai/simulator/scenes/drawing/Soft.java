package org.kanmai.simulator.scenes.drawing;

import java.awt.Color;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Soft things: blur, round light, and colours between colours. */
public final class Soft {

    private Soft() {}

    /** A colour between two, with the opacity of the way between. */
    public static Color mix(Color from, Color to, double share) {
        var s = Ease.hold(share);
        return new Color(
                between(from.getRed(), to.getRed(), s),
                between(from.getGreen(), to.getGreen(), s),
                between(from.getBlue(), to.getBlue(), s),
                between(from.getAlpha(), to.getAlpha(), s));
    }

    /** The same colour at an opacity of 0..1. */
    public static Color clear(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), between(0, 255, Ease.hold(opacity)));
    }

    /** A round patch of light, 128 pixels wide, that fades to nothing at its edge. */
    public static BufferedImage light(Color colour) {
        var image = new BufferedImage(128, 128, BufferedImage.TYPE_INT_ARGB_PRE);
        var graphics = image.createGraphics();
        graphics.setPaint(new RadialGradientPaint(64f, 64f, 64f, new float[] {0f, 0.35f, 1f}, new Color[] {
            clear(colour, 1), clear(colour, 0.55), clear(colour, 0)
        }));
        graphics.fillRect(0, 0, 128, 128);
        graphics.dispose();
        return image;
    }

    /** Ten rays of light from the middle, 360 pixels wide, that fade outwards. */
    public static BufferedImage rays(Color colour) {
        var image = new BufferedImage(360, 360, BufferedImage.TYPE_INT_ARGB_PRE);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(new RadialGradientPaint(
                180f, 180f, 180f, new float[] {0.1f, 1f}, new Color[] {clear(colour, 1), clear(colour, 0)}));
        for (var i = 0; i < 10; i++) {
            graphics.fill(new Arc2D.Double(0, 0, 360, 360, i * 36.0, 14, Arc2D.PIE));
        }
        graphics.dispose();
        return image;
    }

    /** The image out of focus: made small, blurred by the radius (in pixels of the full size) and made large again. */
    public static BufferedImage blurred(BufferedImage image, int radius) {
        var scale = 4;
        var small = resized(image, Math.ceilDiv(image.getWidth(), scale), Math.ceilDiv(image.getHeight(), scale));
        var reach = Math.max(1, radius / scale);
        for (var pass = 0; pass < 3; pass++) {
            small = boxed(boxed(small, reach, true), reach, false);
        }
        return resized(small, image.getWidth(), image.getHeight());
    }

    private static BufferedImage resized(BufferedImage image, int width, int height) {
        var source = image;
        while (source.getWidth() >= width * 2) {
            source = scaled(source, Math.max(width, source.getWidth() / 2), Math.max(height, source.getHeight() / 2));
        }
        return source.getWidth() == width && source.getHeight() == height ? source : scaled(source, width, height);
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        var result = new BufferedImage(width, height, image.getType());
        var graphics = result.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return result;
    }

    private static BufferedImage boxed(BufferedImage image, int reach, boolean rows) {
        var result = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        var from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        var to = ((DataBufferInt) result.getRaster().getDataBuffer()).getData();
        var lines = rows ? image.getHeight() : image.getWidth();
        var length = rows ? image.getWidth() : image.getHeight();
        var step = rows ? 1 : image.getWidth();
        for (var line = 0; line < lines; line++) {
            averageLine(from, to, rows ? line * image.getWidth() : line, length, step, reach);
        }
        return result;
    }

    private static void averageLine(int[] from, int[] to, int start, int length, int step, int reach) {
        for (var i = 0; i < length; i++) {
            int a = 0;
            int r = 0;
            int g = 0;
            int b = 0;
            for (var k = i - reach; k <= i + reach; k++) {
                var pixel = from[start + Math.clamp(k, 0, length - 1) * step];
                a += pixel >>> 24;
                r += pixel >> 16 & 255;
                g += pixel >> 8 & 255;
                b += pixel & 255;
            }
            var n = 2 * reach + 1;
            to[start + i * step] = ((a / n) << 24) | ((r / n) << 16) | ((g / n) << 8) | (b / n);
        }
    }

    private static int between(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
