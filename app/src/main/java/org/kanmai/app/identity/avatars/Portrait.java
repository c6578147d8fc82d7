package org.kanmai.app.identity.avatars;

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
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.kanmai.app.web.Refusal;

/** Makes a square picture of 256 pixels out of whatever PNG or JPEG somebody sends; nothing but pixels is kept. */
final class Portrait {
    static final int SIDE = 256;
    static final int LARGEST_BYTES = 2 * 1024 * 1024;
    static final int LARGEST_KEPT = 64 * 1024;

    /** Pictures of modern phones are read; a few kilobytes that claim a billion pixels are not. */
    static final long MOST_PIXELS = 60_000_000;

    private Portrait() {}

    static byte[] jpeg(byte[] sent) {
        if (sent.length > LARGEST_BYTES) {
            throw fault("must be at most 2 MB");
        }
        var picture = Orientation.of(sent).upright(read(sent, format(sent)));
        for (float quality = 0.88f; quality > 0.2f; quality -= 0.2f) {
            var jpeg = encode(square(picture), quality);
            if (jpeg.length <= LARGEST_KEPT) {
                return jpeg;
            }
        }
        throw fault("holds more detail than a small picture can");
    }

    private static String format(byte[] sent) {
        if (starts(sent, 0, 0x89, 'P', 'N', 'G')) {
            return "png";
        }
        if (starts(sent, 0, 0xFF, 0xD8, 0xFF)) {
            return "jpeg";
        }
        boolean webp = starts(sent, 0, 'R', 'I', 'F', 'F') && starts(sent, 8, 'W', 'E', 'B', 'P');
        throw fault(webp ? "WebP can't be read here; send PNG or JPEG" : "must be a PNG or a JPEG");
    }

    private static boolean starts(byte[] sent, int offset, int... magic) {
        for (int place = 0; place < magic.length; place++) {
            if (sent.length <= offset + place || (sent[offset + place] & 0xFF) != magic[place]) {
                return false;
            }
        }
        return true;
    }

    private static BufferedImage read(byte[] sent, String format) {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(input, true, true);
            return thinned(reader);
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof Refusal refusal ? refusal : fault("can't be read; it may be broken");
        } finally {
            reader.dispose();
        }
    }

    /** Only every n-th pixel of a large picture is decoded into memory. */
    private static BufferedImage thinned(ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width < 16 || height < 16 || width * height > MOST_PIXELS) {
            throw fault("must be 16 pixels a side or more, and at most 60 million in all");
        }
        var how = reader.getDefaultReadParam();
        int step = (int) Math.max(1, Math.min(width, height) / (4 * SIDE));
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    private static BufferedImage square(BufferedImage picture) {
        int side = Math.min(picture.getWidth(), picture.getHeight());
        int left = (picture.getWidth() - side) / 2;
        int top = (picture.getHeight() - side) / 2;
        var cut = picture.getSubimage(left, top, side, side);
        for (int next = side / 2; next > SIDE; next /= 2) {
            cut = scaled(cut, next);
        }
        return scaled(cut, SIDE);
    }

    private static BufferedImage scaled(BufferedImage picture, int side) {
        var scaled = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var pen = scaled.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, side, side, Color.WHITE, null);
        pen.dispose();
        return scaled;
    }

    private static byte[] encode(BufferedImage picture, float quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static Refusal fault(String reason) {
        return Refusal.invalid("avatar", reason);
    }
}
