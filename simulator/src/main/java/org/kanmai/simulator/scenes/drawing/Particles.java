package org.kanmai.simulator.scenes.drawing;

import java.awt.Color;
import java.util.SplittableRandom;

/** Many small moving things. Each is a function of time and a seed, so that any frame can be drawn alone. */
public final class Particles {

    private static final Color[] PAPERS = {
        new Color(0xff5c5c),
        new Color(0xffc145),
        new Color(0x3ecf8e),
        new Color(0x4d9fff),
        new Color(0xb57bff),
        new Color(0xff8ad1)
    };
    private static final Color STEAM = new Color(255, 255, 255);

    private Particles() {}

    /** Wisps that rise from a point. */
    public static void steam(Brush brush, double x, double y, double seconds, double opacity) {
        for (var i = 0; i < 6; i++) {
            var life = fraction(seconds * 0.42 + i / 6.0);
            var sway = Math.sin(seconds * 1.7 + i * 2.1) * 16 * life;
            brush.halo(
                    x + (i % 3 - 1) * 34 + sway,
                    y - 170 * life,
                    22 + 38 * life,
                    STEAM,
                    opacity * Ease.arc(life) * 0.55);
        }
    }

    /** Stars that glint around a point. */
    public static void sparkle(Brush brush, double x, double y, double radius, double seconds, double opacity) {
        var random = new SplittableRandom(77);
        for (var i = 0; i < 7; i++) {
            var angle = random.nextDouble() * Math.PI * 2;
            var far = radius * (0.75 + random.nextDouble() * 0.4);
            var life = fraction(seconds * 0.7 + random.nextDouble());
            var size = (20 + random.nextDouble() * 30) * Ease.arc(life);
            brush.sprite(
                    "2b50",
                    Pose.at(x + far * Math.cos(angle), y + far * Math.sin(angle), size)
                            .turned(life * 90)
                            .faded(opacity * 0.9));
        }
    }

    /** Paper snips that fly up from a point and fall. */
    public static void confetti(Brush brush, double x, double y, double age, long seed) {
        if (age < 0 || age > 3.2) {
            return;
        }
        var random = new SplittableRandom(seed);
        for (var i = 0; i < 46; i++) {
            var angle = -Math.PI / 2 + (random.nextDouble() - 0.5) * 2.2;
            var speed = 420 + random.nextDouble() * 620;
            var drag = 1 - Math.exp(-1.8 * age);
            var px = x + Math.cos(angle) * speed * drag / 1.8;
            var py = y + Math.sin(angle) * speed * drag / 1.8 + 190 * age * age;
            var flip = Math.abs(Math.cos(age * (4 + random.nextDouble() * 6) + i));
            brush.plate(px, py, 14, 4 + 10 * flip, 3, Soft.clear(PAPERS[i % PAPERS.length], Ease.hold(3.2 - age)));
        }
    }

    /** Small pictures, such as petals or leaves, that drift down through the whole frame. */
    public static void drift(Brush brush, String code, int count, double seconds, long seed) {
        var random = new SplittableRandom(seed);
        for (var i = 0; i < count; i++) {
            var speed = 0.07 + random.nextDouble() * 0.08;
            var life = fraction(random.nextDouble() + seconds * speed);
            var size = 18 + random.nextDouble() * 26;
            var x = random.nextDouble() * (Brush.WIDTH + 120) - 60 + Math.sin(seconds * 1.1 + i * 1.7) * 34;
            brush.sprite(
                    code,
                    Pose.at(x, -40 + life * (Brush.HEIGHT + 80), size)
                            .turned(seconds * (30 + i % 5 * 16) + i * 40)
                            .faded(0.85));
        }
    }

    /** Round spots of light that wander slowly. */
    public static void bokeh(Brush brush, Color colour, int count, double seconds, long seed) {
        var random = new SplittableRandom(seed);
        for (var i = 0; i < count; i++) {
            var x = random.nextDouble() * Brush.WIDTH + Math.sin(seconds * 0.5 + i) * 24;
            var y = Brush.HEIGHT * fraction(random.nextDouble() - seconds * (0.012 + random.nextDouble() * 0.02));
            var glow = 0.16 + 0.14 * Math.sin(seconds * 1.3 + i * 1.9);
            brush.halo(x, y, 16 + random.nextDouble() * 34, colour, glow);
        }
    }

    /** Drops that spring from a point, as of juice or soup. */
    public static void splash(Brush brush, double x, double y, double age, Color colour) {
        if (age < 0 || age > 0.7) {
            return;
        }
        for (var i = 0; i < 11; i++) {
            var angle = -Math.PI * (0.1 + 0.8 * i / 10.0);
            var speed = 210 + i % 4 * 60;
            var px = x + Math.cos(angle) * speed * age;
            var py = y + Math.sin(angle) * speed * age + 620 * age * age;
            brush.disc(px, py, (9 - i % 3 * 2) * (1 - age / 0.7), Soft.clear(colour, 0.9));
        }
    }

    /** Rain in slanting lines. */
    public static void rain(Brush brush, double seconds, long seed) {
        var random = new SplittableRandom(seed);
        var graphics = brush.graphics();
        graphics.setColor(new Color(210, 228, 255, 120));
        for (var i = 0; i < 60; i++) {
            var speed = 1.1 + random.nextDouble() * 0.8;
            var life = fraction(random.nextDouble() + seconds * speed);
            var x = (int) (random.nextDouble() * (Brush.WIDTH + 200) - 40 * life);
            var y = (int) (life * (Brush.HEIGHT + 60) - 40);
            graphics.drawLine(x, y, x - 5, y + 34);
        }
    }

    private static double fraction(double value) {
        return value - Math.floor(value);
    }
}
