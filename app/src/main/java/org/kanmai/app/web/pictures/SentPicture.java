package org.kanmai.app.web.pictures;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.kanmai.app.web.Refusal;

/** A PNG or JPEG that somebody sent, upright and in memory; whatever is wrong with it is refused for its field. */
public final class SentPicture {
    /** Pictures of modern phones are read; a few kilobytes that claim a billion pixels are not. */
    private static final long MOST_PIXELS = 60_000_000;

    private static final int SMALLEST_SIDE = 16;
    private static final int ENOUGH = 4;

    private final String field;
    private final BufferedImage pixels;

    private SentPicture(String field, BufferedImage pixels) {
        this.field = field;
        this.pixels = pixels;
    }

    /**
     * Reads a picture, a large one coarsely.
     *
     * @param field of the request, for refusals
     * @param side pixels that its shorter side is to be cut to later; four times as many are read
     */
    public static SentPicture read(String field, byte[] sent, int side) {
        var reader = ImageIO.getImageReadersByFormatName(format(field, sent)).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(input, true, true);
            return new SentPicture(field, Orientation.of(sent).upright(thinned(field, reader, side)));
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof Refusal refusal ? refusal : fault(field, "can't be read; it may be broken");
        } finally {
            reader.dispose();
        }
    }

    private static String format(String field, byte[] sent) {
        if (starts(sent, 0, 0x89, 'P', 'N', 'G')) {
            return "png";
        }
        if (starts(sent, 0, 0xFF, 0xD8, 0xFF)) {
            return "jpeg";
        }
        boolean webp = starts(sent, 0, 'R', 'I', 'F', 'F') && starts(sent, 8, 'W', 'E', 'B', 'P');
        throw fault(field, webp ? "WebP can't be read here; send PNG or JPEG" : "must be a PNG or a JPEG");
    }

    private static boolean starts(byte[] sent, int offset, int... magic) {
        for (int place = 0; place < magic.length; place++) {
            if (sent.length <= offset + place || (sent[offset + place] & 0xFF) != magic[place]) {
                return false;
            }
        }
        return true;
    }

    /** Only every n-th pixel of a large picture is decoded into memory. */
    private static BufferedImage thinned(String field, ImageReader reader, int side) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width < SMALLEST_SIDE || height < SMALLEST_SIDE || width * height > MOST_PIXELS) {
            throw fault(field, "must be 16 pixels a side or more, and at most 60 million in all");
        }
        var how = reader.getDefaultReadParam();
        int step = (int) Math.max(1, Math.min(width, height) / ((long) ENOUGH * side));
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    /** Returns the width in pixels. */
    public int width() {
        return pixels.getWidth();
    }

    /** Returns the height in pixels. */
    public int height() {
        return pixels.getHeight();
    }

    /** Returns the middle of this as a square of so many pixels a side. */
    public SentPicture square(int side) {
        int least = Math.min(width(), height());
        var cut = pixels.getSubimage((width() - least) / 2, (height() - least) / 2, least, least);
        return new SentPicture(field, scaled(cut, side, side));
    }

    /** Returns all of this, made smaller if need be so that its longer side has at most so many pixels, on white. */
    public SentPicture within(int longest) {
        double factor = Math.min(1, (double) longest / Math.max(width(), height()));
        int wide = (int) Math.max(1, Math.round(width() * factor));
        int high = (int) Math.max(1, Math.round(height() * factor));
        return new SentPicture(field, scaled(pixels, wide, high));
    }

    /** Halves until the last step, since one large step would leave most pixels out. */
    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        var next = picture;
        while (next.getWidth() / 2 > width && next.getHeight() / 2 > height) {
            next = drawn(next, next.getWidth() / 2, next.getHeight() / 2);
        }
        return drawn(next, width, height);
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return drawn;
    }

    /** Returns this as a JPEG of at most so many bytes, as good as they allow. */
    public byte[] jpeg(int largest) {
        for (float quality = 0.88f; quality > 0.2f; quality -= 0.2f) {
            var jpeg = encode(quality);
            if (jpeg.length <= largest) {
                return jpeg;
            }
        }
        throw fault(field, "holds more detail than a picture of this size can");
    }

    private byte[] encode(float quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(pixels, null, null), at(quality, writer));
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriteParam at(float quality, ImageWriter writer) {
        var how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
        return how;
    }

    private static Refusal fault(String field, String reason) {
        return Refusal.invalid(field, reason);
    }
}
