package org.kanmai.simulator.scenes.settings;

import java.awt.Color;
import java.util.SplittableRandom;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Pose;
import org.kanmai.simulator.scenes.drawing.Soft;

final class Kitchen implements Place {

    @Override
    public void far(Brush brush, SplittableRandom random) {
        var look = brush.look();
        Strokes.wash(brush, 0, 960, Soft.mix(look.air(), Color.WHITE, 0.25), look.air());
        tiles(brush, random);
        window(brush, 60 + random.nextInt(330), 120);
        Strokes.shelf(
                brush, random, 340, 470, 520, look.ground(), "1fad9", "1fab4", "1f372", "1f9c2", "1fad7", "1f95b");
        brush.sprite("1f944", Pose.at(90 + random.nextInt(60), 560, 110).turned(60));
        brush.sprite("1f52a", Pose.at(560 - random.nextInt(60), 560, 100).turned(-40));
        brush.halo(340, 200, 420, look.light(), 0.4);
    }

    @Override
    public void near(Brush brush, SplittableRandom random) {
        Strokes.boards(brush, random, 92, brush.look().ground());
        brush.shadow(430, 160, 560, 0.16);
    }

    @Override
    public int blur() {
        return 12;
    }

    private static void tiles(Brush brush, SplittableRandom random) {
        var look = brush.look();
        for (var row = 0; row < 7; row++) {
            for (var column = 0; column < 9; column++) {
                var tone = Soft.mix(
                        look.air(),
                        random.nextInt(7) == 0 ? look.second() : Color.WHITE,
                        0.18 + random.nextDouble() * 0.25);
                brush.plate(40 + column * 80, 320 + row * 62, 72, 54, 10, tone);
            }
        }
    }

    private static void window(Brush brush, int x, int y) {
        var look = brush.look();
        brush.plate(x + 110, y + 60, 260, 320, 24, Color.WHITE);
        brush.plate(x + 110, y + 60, 236, 296, 16, Soft.mix(look.light(), new Color(0xbfe6ff), 0.45));
        brush.sprite("1f333", Pose.at(x + 60, y + 140, 130));
        brush.sprite("2601-fe0f", Pose.at(x + 150, y, 100));
        brush.plate(x + 110, y + 60, 10, 300, 4, Color.WHITE);
    }
}
