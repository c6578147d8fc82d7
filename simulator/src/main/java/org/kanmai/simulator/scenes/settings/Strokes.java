package org.kanmai.simulator.scenes.settings;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Path2D;
import java.util.SplittableRandom;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Soft;

/** The broad strokes that places are painted with. */
final class Strokes {

    private Strokes() {}

    /** Fills a band of the canvas with a gradient from top to bottom. */
    static void wash(Brush brush, int top, int bottom, Color above, Color below) {
        var graphics = brush.graphics();
        graphics.setPaint(new GradientPaint(0, top, above, 0, bottom, below));
        graphics.fillRect(0, top, 1000, bottom - top);
    }

    /** A range of hills: waves of a height about a line, filled down to the bottom with a gradient. */
    static void hills(Brush brush, SplittableRandom random, double line, double height, Color top, Color bottom) {
        var shape = new Path2D.Double();
        shape.moveTo(-20, 1000);
        shape.lineTo(-20, line);
        var first = random.nextDouble() * 6;
        for (var x = -20; x <= 900; x += 10) {
            var wave = Math.sin(first + x * 0.009) * 0.6 + Math.sin(first * 2.3 + x * 0.021) * 0.4;
            shape.lineTo(x, line - wave * height);
        }
        shape.lineTo(900, 1000);
        shape.closePath();
        var graphics = brush.graphics();
        graphics.setPaint(new GradientPaint(0, (float) (line - height), top, 0, (float) (line + height + 160), bottom));
        graphics.fill(shape);
    }

    /** Peaked mountains: jagged ridges about a line. */
    static void peaks(Brush brush, SplittableRandom random, double line, double height, Color top, Color bottom) {
        var shape = new Path2D.Double();
        shape.moveTo(-20, 1000);
        shape.lineTo(-20, line);
        var x = -20.0;
        while (x < 880) {
            var half = 50 + random.nextDouble() * 70;
            var peak = line - height * (0.5 + random.nextDouble() * 0.5);
            shape.curveTo(x + half * 0.6, line - 10, x + half * 0.8, peak, x + half, peak);
            shape.curveTo(x + half * 1.2, peak, x + half * 1.4, line - 10, x + 2 * half, line);
            x += 2 * half - 26;
        }
        shape.lineTo(900, 1000);
        shape.closePath();
        var graphics = brush.graphics();
        graphics.setPaint(new GradientPaint(0, (float) (line - height), top, 0, (float) (line + 120), bottom));
        graphics.fill(shape);
    }

    /** A table or floor of boards from a line of the near layer down to its bottom. */
    static void boards(Brush brush, SplittableRandom random, int top, Color wood) {
        var graphics = brush.graphics();
        wash(brush, top, 400, Soft.mix(wood, Color.WHITE, 0.22), Soft.mix(wood, Color.BLACK, 0.3));
        graphics.setStroke(new BasicStroke(2.2f));
        for (var i = 0; i < 9; i++) {
            var x = i * 110 + random.nextInt(40) - 40;
            graphics.setColor(Soft.clear(Soft.mix(wood, Color.BLACK, 0.55), 0.35));
            graphics.drawLine(430 + (x - 430) * 7 / 10, top, x + (x - 430) / 2, 400);
        }
        graphics.setStroke(new BasicStroke(1.2f));
        for (var i = 0; i < 26; i++) {
            var x = random.nextInt(860);
            var y = top + 12 + random.nextInt(Math.max(1, 380 - top));
            graphics.setColor(Soft.clear(Soft.mix(wood, Color.BLACK, 0.4), 0.22));
            graphics.draw(new CubicCurve2D.Double(x, y, x + 30, y - 5, x + 60, y + 5, x + 110, y));
        }
        graphics.setColor(Soft.clear(Color.WHITE, 0.35));
        graphics.fillRect(0, top, 900, 3);
    }

    /** A string of small lamps that hangs between two points. */
    static void lamps(Brush brush, double x1, double y1, double x2, double y2, double sag, Color colour) {
        var graphics = brush.graphics();
        graphics.setColor(new Color(20, 12, 30, 160));
        graphics.setStroke(new BasicStroke(2f));
        graphics.draw(new CubicCurve2D.Double(x1, y1, x1, y1 + sag, x2, y2 + sag, x2, y2));
        for (var i = 1; i < 12; i++) {
            var t = i / 12.0;
            var x = x1 + (x2 - x1) * (3 * t * t - 2 * t * t * t);
            var y = y1 + (y2 - y1) * t + sag * 3 * t * (1 - t);
            brush.halo(x, y + 8, 26, colour, 0.8);
            brush.disc(x, y + 8, 7, Soft.mix(colour, Color.WHITE, 0.6));
        }
    }

    /** A shelf with things on it. */
    static void shelf(
            Brush brush, SplittableRandom random, double x, double y, double width, Color wood, String... things) {
        var pitch = width / things.length;
        var offset = random.nextInt(things.length);
        for (var i = 0; i < things.length; i++) {
            var size = Math.min(96, pitch * (0.82 + random.nextDouble() * 0.2));
            brush.sprite(
                    things[(i + offset) % things.length],
                    org.kanmai.simulator.scenes.drawing.Pose.at(
                            x - width / 2 + pitch * (i + 0.5), y - size / 2 + 4, size));
        }
        brush.plate(x, y + 10, width + 30, 18, 8, wood);
        brush.plate(x, y + 24, width + 20, 10, 6, Soft.clear(Color.BLACK, 0.16));
    }
}
