package org.kanmai.app.web.pictures;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held, by the Exif part of a JPEG (tag 0x0112): pictures of phones lie on their side without it. */
record Orientation(int code) {
    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int TAG = 0x0112;
    private static final int MOST_ENTRIES = 200;

    /** Reads it; what is absent or broken is upright. */
    static Orientation of(byte[] jpeg) {
        try {
            return segments(ByteBuffer.wrap(jpeg));
        } catch (RuntimeException beyondTheEnd) {
            return UPRIGHT;
        }
    }

    BufferedImage upright(BufferedImage picture) {
        if (code <= 1 || code > 8) {
            return picture;
        }
        var turn = turn(picture.getWidth(), picture.getHeight());
        return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(plain(picture), null);
    }

    private AffineTransform turn(int width, int height) {
        return switch (code) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    }

    /** Every kind of raster can be drawn, not every one can be transformed. */
    private static BufferedImage plain(BufferedImage picture) {
        var plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = plain.createGraphics();
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return plain;
    }

    private static Orientation segments(ByteBuffer jpeg) {
        int at = 2;
        while ((jpeg.getShort(at) & 0xFF00) == 0xFF00) {
            int marker = jpeg.getShort(at) & 0xFF;
            if (marker == 0xDA) {
                return UPRIGHT;
            }
            boolean exif = marker == 0xE1 && jpeg.getInt(at + 4) == 0x45786966;
            if (exif) {
                return exif(jpeg.slice(at + 10, jpeg.capacity() - at - 10));
            }
            at += 2 + (jpeg.getShort(at + 2) & 0xFFFF);
        }
        return UPRIGHT;
    }

    private static Orientation exif(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Math.min(tiff.getShort(directory) & 0xFFFF, MOST_ENTRIES);
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + 12 * entry;
            if ((tiff.getShort(at) & 0xFFFF) == TAG) {
                return new Orientation(tiff.getShort(at + 8) & 0xFFFF);
            }
        }
        return UPRIGHT;
    }
}
