package org.kanmai.simulator.scenes.settings;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.SplittableRandom;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Pose;
import org.kanmai.simulator.scenes.drawing.Soft;

final class Farm implements Place {

    @Override
    public void far(Brush brush, SplittableRandom random) {
        var look = brush.look();
        Strokes.wash(brush, 0, 620, look.air(), look.light());
        var sun = 90 + random.nextInt(480);
        brush.halo(sun, 250, 260, Color.WHITE, 0.8);
        brush.disc(sun, 250, 54, Soft.mix(look.light(), Color.WHITE, 0.7));
        for (var i = 0; i < 4; i++) {
            brush.sprite(
                    "2601-fe0f",
                    Pose.at(random.nextInt(680), 90 + random.nextInt(280), 90 + random.nextInt(110))
                            .faded(0.9));
        }
        var hill = look.ground();
        Strokes.hills(brush, random, 480, 70, Soft.mix(hill, look.light(), 0.6), Soft.mix(hill, look.light(), 0.35));
        Strokes.hills(brush, random, 550, 46, Soft.mix(hill, look.light(), 0.3), hill);
        brush.sprite("1f3e1", Pose.at(120 + random.nextInt(420), 520, 130));
        for (var i = 0; i < 6; i++) {
            brush.sprite("1f333", Pose.at(random.nextInt(680), 520 + random.nextInt(40), 80 + random.nextInt(50)));
        }
        Strokes.hills(brush, random, 610, 18, Soft.mix(hill, Color.WHITE, 0.16), Soft.mix(hill, Color.BLACK, 0.1));
    }

    @Override
    public void near(Brush brush, SplittableRandom random) {
        var hill = brush.look().ground();
        Strokes.hills(
                brush, random, 88, 14, Soft.mix(hill, new Color(0xd8e86a), 0.4), Soft.mix(hill, Color.BLACK, 0.34));
        var graphics = brush.graphics();
        graphics.setStroke(new BasicStroke(16f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (var i = -5; i <= 5; i++) {
            graphics.setColor(Soft.clear(Soft.mix(hill, new Color(0x5a3a1c), 0.6), 0.28));
            graphics.drawLine(430 + i * 60, 110, 430 + i * 190, 420);
        }
        for (var i = 0; i < 16; i++) {
            var row = random.nextInt(4);
            brush.sprite(
                    "1f33f",
                    Pose.at(random.nextInt(860), 250 + row * 36, 40 + row * 12).turned(random.nextInt(30) - 15));
        }
    }

    @Override
    public int blur() {
        return 5;
    }
}
