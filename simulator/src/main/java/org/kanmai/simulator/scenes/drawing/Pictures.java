package org.kanmai.simulator.scenes.drawing;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.LinkedHashMap;
import java.util.Map;

/** The drawn objects by code point ("1f345" is a tomato), kept in three sizes and in grey. */
public final class Pictures {

    /** Width and height of a picture as it is decoded. */
    public static final int SIZE = 256;

    private static final int KEPT = 300;

    private final Source source;
    private final Map<String, BufferedImage[]> sizes = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, BufferedImage[]> eldest) {
            return size() > KEPT;
        }
    };

    /** Where pictures come from. */
    public interface Source {

        /** The pixels of a picture of {@link #SIZE} squared as alpha, red, green, blue; throws when there is no such picture. */
        int[] pixels(String code);
    }

    /** Pictures from a source, each asked for once. */
    public Pictures(Source source) {
        this.source = source;
    }

    /** The picture, at least as large as the wanted size where there is one so large. */
    public synchronized BufferedImage of(String code, double wanted) {
        return fitting(sizes.computeIfAbsent(code, name -> reduced(premultiplied(source.pixels(name)))), wanted);
    }

    /** The same in greys, for what is over or was not good. */
    public synchronized BufferedImage grey(String code, double wanted) {
        var all = sizes.get("grey " + code);
        if (all == null) {
            all = reduced(drained(of(code, SIZE)));
            sizes.put("grey " + code, all);
        }
        return fitting(all, wanted);
    }

    private static BufferedImage fitting(BufferedImage[] all, double wanted) {
        for (var level = all.length - 1; level > 0; level--) {
            if (all[level].getWidth() >= wanted) {
                return all[level];
            }
        }
        return all[0];
    }

    private static BufferedImage premultiplied(int[] pixels) {
        var straight = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        straight.setRGB(0, 0, SIZE, SIZE, pixels, 0, SIZE);
        var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB_PRE);
        var graphics = image.createGraphics();
        graphics.drawImage(straight, 0, 0, null);
        graphics.dispose();
        return image;
    }

    private static BufferedImage[] reduced(BufferedImage full) {
        var half = half(full);
        return new BufferedImage[] {full, half, half(half)};
    }

    private static BufferedImage half(BufferedImage image) {
        var size = image.getWidth() / 2;
        var half = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB_PRE);
        var graphics = half.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, size, size, null);
        graphics.dispose();
        return half;
    }

    private static BufferedImage drained(BufferedImage image) {
        var result = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB_PRE);
        var from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        var to = ((DataBufferInt) result.getRaster().getDataBuffer()).getData();
        for (var i = 0; i < from.length; i++) {
            var pixel = from[i];
            var grey = ((pixel >> 16 & 255) * 77 + (pixel >> 8 & 255) * 151 + (pixel & 255) * 28) >> 8;
            to[i] = (pixel & 0xff000000) | grey << 16 | grey << 8 | grey;
        }
        return result;
    }
}
