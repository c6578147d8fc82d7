package org.kanmai.app.identity.avatars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.kanmai.app.web.Refusal;

class PortraitTests {

    @Test
    void aPictureIsCutToItsMiddleSquare() throws IOException {
        var picture = picture(900, 300);
        var pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(300, 0, 300, 300);
        pen.dispose();
        var portrait = read(Portrait.jpeg(written(picture, "png")));
        assertThat(portrait.getWidth()).isEqualTo(256);
        assertThat(portrait.getHeight()).isEqualTo(256);
        assertThat(new Color(portrait.getRGB(20, 128)).getRed()).isGreaterThan(200);
    }

    @Test
    void aPictureTakenSidewaysStandsUpright() throws IOException {
        var picture = picture(300, 300);
        var pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 150, 300);
        pen.dispose();
        var portrait = read(Portrait.jpeg(turned(written(picture, "jpeg"), 6)));
        assertThat(new Color(portrait.getRGB(128, 30)).getRed())
                .as("left came on top")
                .isGreaterThan(200);
        assertThat(new Color(portrait.getRGB(128, 220)).getRed()).isLessThan(80);
    }

    @Test
    void whatACameraWroteBesideThePixelsIsGone() throws IOException {
        var jpeg = Portrait.jpeg(turned(written(picture(64, 64), "jpeg"), 1));
        assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        assertThat(jpeg.length).isLessThanOrEqualTo(Portrait.LARGEST_KEPT);
    }

    @Test
    void aSmallFileThatClaimsABillionPixelsIsRefusedBeforeItIsDecoded() throws IOException {
        var png = written(picture(64, 64), "png");
        var header = ByteBuffer.wrap(png);
        header.putInt(16, 40_000).putInt(20, 40_000);
        var sum = new CRC32();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());
        assertThatThrownBy(() -> Portrait.jpeg(png)).isInstanceOf(Refusal.class).hasMessageContaining("60 million");
    }

    @Test
    void whatIsNoPictureIsRefusedWithItsReason() throws IOException {
        var webp = "RIFF0000WEBPVP8 ".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> Portrait.jpeg(webp)).hasMessageContaining("WebP");
        assertThatThrownBy(() -> Portrait.jpeg(new byte[10])).hasMessageContaining("PNG or a JPEG");
        var cut = Arrays.copyOf(written(picture(64, 64), "png"), 60);
        assertThatThrownBy(() -> Portrait.jpeg(cut)).hasMessageContaining("broken");
        assertThatThrownBy(() -> Portrait.jpeg(new byte[Portrait.LARGEST_BYTES + 1]))
                .hasMessageContaining("2 MB");
    }

    private static BufferedImage picture(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    private static byte[] written(BufferedImage picture, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage read(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    /** Puts an Exif part with an orientation behind the first marker of a JPEG. */
    private static byte[] turned(byte[] jpeg, int orientation) {
        var exif = ByteBuffer.allocate(36)
                .putShort((short) 0xFFE1)
                .putShort((short) 34)
                .put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0);
        return ByteBuffer.allocate(jpeg.length + 36)
                .put(jpeg, 0, 2)
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
