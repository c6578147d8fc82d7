package org.kanmai.simulator.scenes.settings;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Path2D;
import java.util.SplittableRandom;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Pose;
import org.kanmai.simulator.scenes.drawing.Soft;

final class Workshop implements Place {

    @Override
    public void far(Brush brush, SplittableRandom random) {
        var look = brush.look();
        Strokes.wash(brush, 0, 960, look.air(), Soft.mix(look.air(), Color.BLACK, 0.4));
        for (var i = 0; i < 10; i++) {
            brush.plate(
                    34 + i * 70,
                    480,
                    64,
                    980,
                    6,
                    Soft.mix(look.air(), random.nextBoolean() ? Color.WHITE : Color.BLACK, 0.06));
        }
        Strokes.shelf(brush, random, 350, 330, 560, look.ground(), "1f3fa", "1fad6", "1f375", "1f3fa", "1f963");
        Strokes.shelf(brush, random, 330, 540, 560, look.ground(), "2615", "1f3fa", "1f9ea", "1f963", "1fad9");
        brush.halo(90 + random.nextInt(480), 600, 190, new Color(0xff7a2c), 0.65);
        lamp(brush, 250 + random.nextInt(180));
    }

    @Override
    public void near(Brush brush, SplittableRandom random) {
        var look = brush.look();
        Strokes.boards(brush, random, 90, look.ground());
        brush.graphics().setColor(Soft.clear(look.light(), 0.16));
        brush.graphics().fillOval(150, 90, 560, 150);
        brush.sprite("1f58c-fe0f", Pose.at(130, 250, 120).turned(40));
        brush.sprite("1fab5", Pose.at(740, 240, 140));
    }

    @Override
    public int blur() {
        return 10;
    }

    private static void lamp(Brush brush, int x) {
        var light = brush.look().light();
        var cone = new Path2D.Double();
        cone.moveTo(x - 34, 130);
        cone.lineTo(x + 34, 130);
        cone.lineTo(x + 330, 760);
        cone.lineTo(x - 330, 760);
        cone.closePath();
        brush.graphics().setPaint(new GradientPaint(0, 120, Soft.clear(light, 0.55), 0, 720, Soft.clear(light, 0)));
        brush.graphics().fill(cone);
        brush.plate(x, 50, 5, 120, 2, new Color(20, 14, 12));
        brush.plate(x, 118, 110, 40, 34, new Color(38, 28, 24));
        brush.halo(x, 150, 110, light, 0.9);
    }
}
