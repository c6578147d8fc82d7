package org.kanmai.app.river.seen;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/** The bytes of a 64-bit roaring bitmap. */
final class SeenBitmap {
    private SeenBitmap() {}

    static byte[] write(Roaring64Bitmap bitmap) {
        try {
            bitmap.runOptimize();
            var bytes = new ByteArrayOutputStream();
            bitmap.serialize(new DataOutputStream(bytes));
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Roaring64Bitmap read(byte[] bytes) {
        try {
            var bitmap = new Roaring64Bitmap();
            bitmap.deserialize(new DataInputStream(new ByteArrayInputStream(bytes)));
            return bitmap;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static byte[] empty() {
        return write(new Roaring64Bitmap());
    }
}
