package org.kanmai.simulator.scenes.settings;

import java.awt.Color;
import java.util.SplittableRandom;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Pose;
import org.kanmai.simulator.scenes.drawing.Soft;

final class Street implements Place {

    @Override
    public void far(Brush brush, SplittableRandom random) {
        var look = brush.look();
        Strokes.wash(brush, 0, 960, look.air(), Soft.mix(look.air(), look.second(), 0.55));
        for (var i = 0; i < 8; i++) {
            house(brush, random, i * 92 + 20, 300 + random.nextInt(180));
        }
        brush.halo(340, 640, 460, look.light(), 0.5);
        Strokes.lamps(brush, -20, 60 + random.nextInt(80), 700, 120, 110, look.light());
        Strokes.lamps(brush, -20, 250, 700, 160 + random.nextInt(80), 90, look.accent());
        for (var i = 0; i < 5; i++) {
            var x = 50 + i * 146 + random.nextInt(40);
            brush.halo(x, 420, 90, new Color(0xff6a3c), 0.5);
            brush.sprite("1f3ee", Pose.at(x, 400 + random.nextInt(60), 84));
        }
    }

    @Override
    public void near(Brush brush, SplittableRandom random) {
        var look = brush.look();
        Strokes.boards(brush, random, 96, look.ground());
        for (var i = 0; i < 14; i++) {
            var colour = i % 2 == 0 ? look.second() : Soft.mix(look.second(), look.air(), 0.6);
            brush.plate(i * 66, 330, 66, 190, 40, Soft.mix(colour, Color.BLACK, 0.12));
        }
    }

    @Override
    public int blur() {
        return 9;
    }

    private static void house(Brush brush, SplittableRandom random, int x, int top) {
        var look = brush.look();
        var wall = Soft.mix(Soft.mix(look.air(), Color.BLACK, 0.35), look.second(), random.nextDouble() * 0.3);
        brush.plate(x, top + 400, 104, 800, 10, wall);
        for (var row = 0; row < 7; row++) {
            for (var column = 0; column < 3; column++) {
                if (random.nextInt(5) < 3) {
                    brush.plate(
                            x - 30 + column * 30,
                            top + 40 + row * 46,
                            18,
                            26,
                            5,
                            Soft.mix(look.light(), look.accent(), random.nextDouble() * 0.5));
                }
            }
        }
    }
}
