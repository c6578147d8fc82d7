package org.kanmai.app.content.understanding.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@Tag("TD-25")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrameTextsTests {
    /** Lines of letters on a grid of two by two. */
    private static final Map<Character, int[]> STROKES = Map.of(
            'E', new int[] {0, 0, 0, 2, 0, 0, 2, 0, 0, 1, 2, 1, 0, 2, 2, 2},
            'F', new int[] {0, 0, 0, 2, 0, 0, 2, 0, 0, 1, 2, 1},
            'H', new int[] {0, 0, 0, 2, 2, 0, 2, 2, 0, 1, 2, 1},
            'I', new int[] {1, 0, 1, 2},
            'L', new int[] {0, 0, 0, 2, 0, 2, 2, 2},
            'N', new int[] {0, 2, 0, 0, 0, 0, 2, 2, 2, 2, 2, 0},
            'T', new int[] {0, 0, 2, 0, 1, 0, 1, 2});

    private final FrameTexts texts = new FrameTexts();

    @TempDir
    private Path folder;

    @AfterAll
    void close() throws Exception {
        texts.destroy();
    }

    @Test
    void captionsAreReadOnceFromTopToBottom() throws IOException {
        var first = picture("first.jpg", "NINETEEN", "FIFTEEN");
        var again = picture("again.jpg", "NINETEEN", "LITTLE");
        assertThat(texts.of(List.of(first, again)).lines().map(FrameTextsTests::squeezed))
                .containsExactly("nineteen", "fifteen", "little");
        assertThat(texts.standing()).isEqualTo("ready");
    }

    @Test
    void aPictureWithoutTextSaysNothing() throws IOException {
        assertThat(texts.of(List.of(picture("plain.jpg")))).isEmpty();
        assertThat(texts.of(List.of())).isEmpty();
    }

    @Test
    void aFileThatIsNoPictureIsLeftOut() throws IOException {
        var broken = Files.writeString(folder.resolve("broken.jpg"), "no picture");
        var cut = folder.resolve("cut.jpg");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(picture("whole.jpg", "NINETEEN")), 300));
        assertThat(texts.of(List.of(broken, cut, folder.resolve("absent.jpg")))).isEmpty();
    }

    @Test
    void noMoreThanSixPicturesAreRead() throws IOException {
        var plain = picture("plain.jpg");
        var seven = new ArrayList<>(Collections.nCopies(6, plain));
        seven.add(picture("late.jpg", "NINETEEN"));
        assertThat(texts.of(seven)).isEmpty();
    }

    @Test
    void connectedLikelyPlacesAreLinesAndSpecksAreNone() {
        var likely = new float[64 * 32];
        for (int y = 10; y < 20; y++) {
            Arrays.fill(likely, y * 64 + 5, y * 64 + 45, 0.9f);
        }
        likely[3 * 64 + 3] = 0.9f;
        assertThat(TextFinder.lines(likely, 64, 32)).singleElement().satisfies(line -> {
            assertThat(line.getLocation()).isEqualTo(new Point(5, 10));
            assertThat(line.getSize()).isEqualTo(new Dimension(40, 10));
        });
        assertThat(TextFinder.lines(new float[64 * 32], 64, 32)).isEmpty();
    }

    @Test
    void theSameCharacterTwiceInARowIsOneUnlessNoneStandsBetween() {
        var reader = new TextReader(List.of("a", "b"));
        assertThat(reader.text(columns(1, 1, 0, 1, 2, 3, 2), 7, 4)).isEqualTo("aab b");
        assertThat(reader.text(columns(0, 0, 0), 3, 4)).isEmpty();
    }

    private static FloatBuffer columns(int... best) {
        var likely = new float[best.length * 4];
        for (int column = 0; column < best.length; column++) {
            likely[column * 4 + best[column]] = 0.99f;
        }
        return FloatBuffer.wrap(likely);
    }

    private static String squeezed(String line) {
        return line.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private Path picture(String name, String... lines) throws IOException {
        var picture = new BufferedImage(540, 960, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(new GradientPaint(0, 0, new Color(20, 60, 90), 540, 960, new Color(90, 40, 30)));
        graphics.fillRect(0, 0, 540, 960);
        graphics.setColor(Color.WHITE);
        graphics.setStroke(new BasicStroke(9, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
        for (int line = 0; line < lines.length; line++) {
            write(graphics, lines[line], 300 + 160 * line);
        }
        graphics.dispose();
        var file = folder.resolve(name);
        ImageIO.write(picture, "jpg", file.toFile());
        return file;
    }

    /** Writes by strokes, so that no machine needs a font. */
    private static void write(Graphics2D graphics, String line, int top) {
        for (int place = 0; place < line.length(); place++) {
            int[] strokes = Objects.requireNonNull(STROKES.get(line.charAt(place)));
            for (int at = 0; at < strokes.length; at += 4) {
                int left = 40 + 58 * place;
                graphics.drawLine(
                        left + 17 * strokes[at],
                        top + 28 * strokes[at + 1],
                        left + 17 * strokes[at + 2],
                        top + 28 * strokes[at + 3]);
            }
        }
    }
}
