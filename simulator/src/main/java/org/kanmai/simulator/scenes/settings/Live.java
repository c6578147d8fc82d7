package org.kanmai.simulator.scenes.settings;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.SplittableRandom;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Soft;

final class Live implements Place {

    @Override
    public void far(Brush brush, SplittableRandom random) {
        var look = brush.look();
        Strokes.wash(brush, 0, 960, look.air(), Soft.mix(look.air(), look.second(), 0.45));
        for (var row = 0; row < 16; row++) {
            for (var column = 0; column < 17; column++) {
                var colour = Soft.mix(look.second(), look.accent(), random.nextDouble());
                brush.plate(20 + column * 40, 200 + row * 28, 28, 16, 4, Soft.clear(colour, random.nextDouble() * 0.5));
            }
        }
        for (var i = 0; i < 5; i++) {
            beam(brush, 40 + i * 150, random.nextInt(260) - 130, i % 2 == 0 ? look.accent() : look.light());
        }
        var graphics = brush.graphics();
        var x = 240 + random.nextInt(200);
        for (var i = 4; i >= 0; i--) {
            graphics.setStroke(new BasicStroke(6 + i * 9f));
            graphics.setColor(Soft.clear(i == 0 ? Color.WHITE : look.accent(), i == 0 ? 0.95 : 0.14));
            graphics.draw(new Ellipse2D.Double(x - 210, 250, 420, 420));
        }
    }

    @Override
    public void near(Brush brush, SplittableRandom random) {
        var look = brush.look();
        Strokes.wash(brush, 96, 400, Soft.mix(look.air(), look.second(), 0.5), Soft.mix(look.air(), Color.BLACK, 0.5));
        brush.graphics().setColor(Soft.clear(look.accent(), 0.35));
        brush.graphics().fillOval(90, 104, 680, 160);
        brush.graphics().setColor(Soft.clear(look.light(), 0.3));
        brush.graphics().fillOval(230, 128, 400, 100);
        brush.plate(430, 98, 900, 5, 2, Soft.clear(look.accent(), 0.9));
    }

    @Override
    public int blur() {
        return 3;
    }

    private static void beam(Brush brush, double x, double lean, Color colour) {
        var shape = new Path2D.Double();
        shape.moveTo(x - 14, -10);
        shape.lineTo(x + 14, -10);
        shape.lineTo(x + lean + 110, 760);
        shape.lineTo(x + lean - 110, 760);
        shape.closePath();
        brush.graphics().setPaint(new GradientPaint(0, 0, Soft.clear(colour, 0.5), 0, 700, Soft.clear(colour, 0)));
        brush.graphics().fill(shape);
    }
}
