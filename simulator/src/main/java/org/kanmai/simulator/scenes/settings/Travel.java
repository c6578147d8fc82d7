package org.kanmai.simulator.scenes.settings;

import java.awt.Color;
import java.util.SplittableRandom;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Pose;
import org.kanmai.simulator.scenes.drawing.Soft;

final class Travel implements Place {

    @Override
    public void far(Brush brush, SplittableRandom random) {
        var look = brush.look();
        Strokes.wash(brush, 0, 520, look.air(), look.light());
        var sun = 140 + random.nextInt(400);
        brush.halo(sun, 500, 330, Soft.mix(look.light(), Color.WHITE, 0.5), 0.9);
        brush.disc(sun, 490, 92, Soft.mix(look.light(), Color.WHITE, 0.75));
        for (var i = 0; i < 5; i++) {
            brush.plate(
                    random.nextInt(680), 140 + i * 62, 150 + random.nextInt(180), 20, 20, Soft.clear(Color.WHITE, 0.3));
        }
        Strokes.wash(brush, 520, 960, Soft.mix(look.second(), look.light(), 0.45), look.second());
        for (var i = 0; i < 30; i++) {
            var far = random.nextDouble();
            brush.plate(
                    sun + (random.nextDouble() - 0.5) * (120 + far * 420),
                    526 + far * 130,
                    20 + far * 70,
                    3 + far * 3,
                    4,
                    Soft.clear(Soft.mix(look.light(), Color.WHITE, 0.6), 0.7));
        }
        brush.sprite("1f3dd-fe0f", Pose.at(sun > 340 ? 120 : 540, 490, 210));
        brush.sprite("26f5", Pose.at(sun > 340 ? 320 : 260, 520, 80));
    }

    @Override
    public void near(Brush brush, SplittableRandom random) {
        var sand = brush.look().ground();
        Strokes.hills(brush, random, 84, 16, Soft.mix(sand, Color.WHITE, 0.45), Soft.mix(sand, Color.BLACK, 0.2));
        for (var i = 0; i < 90; i++) {
            brush.disc(random.nextInt(860), 120 + random.nextInt(270), 1.6, Soft.clear(Color.BLACK, 0.13));
        }
        brush.sprite("1f41a", Pose.at(150, 240, 70).turned(20));
        brush.sprite("2b50", Pose.at(700, 270, 62).turned(24));
    }

    @Override
    public int blur() {
        return 4;
    }
}
