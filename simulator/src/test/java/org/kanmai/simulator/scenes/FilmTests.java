package org.kanmai.simulator.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kanmai.simulator.demo.World;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Lettering;
import org.kanmai.simulator.scenes.drawing.Pictures;
import org.kanmai.simulator.scenes.plots.Moment;
import org.kanmai.simulator.scenes.plots.Plots;

class FilmTests {

    /** Bits of 64 by which two works must differ, so that none passes for a copy of another. */
    private static final double TOO_NEAR = 12;

    private final Pictures pictures = new Pictures(new DrawnPictures());
    private final Lettering lettering = Lettering.ofThisMachine().orElseThrow();

    @Test
    void theSameSeedGivesTheSameFirstFrame() {
        assertThat(firstFrame(3)).isEqualTo(firstFrame(3));
    }

    @Test
    void anotherSeedArrangesTheSameSceneDifferently() {
        var title = World.of(1).works().getFirst().title();
        var scripts = List.of(1L, 2L, 3L, 4L).stream()
                .map(seed -> scriptOf(seed, title))
                .map(script -> Arrays.hashCode(pixels(film(script).draw(0))))
                .distinct();
        assertThat(scripts).hasSizeGreaterThan(1);
    }

    @Test
    void everyCaptionFitsIntoItsFrameAndCanBeRead() {
        for (var work : World.of(1).works()) {
            for (var caption : film(work.script()).captions()) {
                assertThat(caption.bounds().getMinX()).as(work.title()).isGreaterThanOrEqualTo(20);
                assertThat(caption.bounds().getMaxX()).as(work.title()).isLessThanOrEqualTo(Brush.WIDTH - 20);
                assertThat(caption.bounds().getMaxY()).as(work.title()).isLessThanOrEqualTo(Brush.HEIGHT * 0.72);
                assertThat(caption.size()).as(work.title()).isGreaterThanOrEqualTo(36);
            }
        }
    }

    @Test
    void filmsAreBetweenEightAndFifteenSeconds() {
        assertThat(World.of(1).works())
                .allSatisfy(work -> assertThat(work.script().seconds()).isBetween(8.0, 15.0));
    }

    @ParameterizedTest
    @EnumSource(Plots.class)
    void somethingMovesInEveryBeatOfEveryPlot(Plots plot) {
        var script = World.of(1).works().stream()
                .map(World.Work::script)
                .filter(one -> one.plot() == plot)
                .findFirst()
                .orElseThrow();
        var film = film(script);
        for (var beat = 0; beat < Moment.BEATS; beat++) {
            var frame = beat * film.frames() / Moment.BEATS + Studio.RATE;
            var before = pixels(film.draw(frame)).clone();
            assertThat(pixels(film.draw(frame + Studio.RATE / 2))).isNotEqualTo(before);
        }
    }

    @Test
    void noTwoWorksLookAlike() {
        var works = World.of(1).works();
        var hashes = works.stream().map(work -> hashes(film(work.script()))).toList();
        for (var i = 0; i < works.size(); i++) {
            for (var k = 0; k < i; k++) {
                assertThat(distance(hashes.get(i), hashes.get(k)))
                        .as(works.get(i).title() + " and " + works.get(k).title())
                        .isGreaterThan(TOO_NEAR);
            }
        }
    }

    private int firstFrame(long seed) {
        return Arrays.hashCode(
                pixels(film(World.of(seed).works().getFirst().script()).draw(0)));
    }

    private static Script scriptOf(long seed, String title) {
        return World.of(seed).works().stream()
                .filter(work -> work.title().equals(title))
                .findFirst()
                .orElseThrow()
                .script();
    }

    private Film film(Script script) {
        return new Film(script, pictures, lettering);
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** A difference hash of 64 bits for every other second. */
    private static List<Long> hashes(Film film) {
        var hashes = new ArrayList<Long>();
        for (var frame = 0; frame < film.frames(); frame += 2 * Studio.RATE) {
            hashes.add(hash(film.draw(frame)));
        }
        return hashes;
    }

    private static long hash(BufferedImage image) {
        var half = small(image, 135, 240, BufferedImage.TYPE_INT_RGB);
        var grey = small(small(half, 34, 60, BufferedImage.TYPE_INT_RGB), 9, 8, BufferedImage.TYPE_BYTE_GRAY)
                .getRaster();
        var hash = 0L;
        for (var y = 0; y < 8; y++) {
            for (var x = 0; x < 8; x++) {
                hash = hash << 1 | (grey.getSample(x, y, 0) < grey.getSample(x + 1, y, 0) ? 1 : 0);
            }
        }
        return hash;
    }

    private static BufferedImage small(BufferedImage image, int width, int height, int type) {
        var small = new BufferedImage(width, height, type);
        var graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    private static double distance(List<Long> one, List<Long> other) {
        var seconds = Math.min(one.size(), other.size());
        var bits = 0;
        for (var i = 0; i < seconds; i++) {
            bits += Long.bitCount(one.get(i) ^ other.get(i));
        }
        return bits / (double) seconds;
    }
}
