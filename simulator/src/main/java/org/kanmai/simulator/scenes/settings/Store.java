package org.kanmai.simulator.scenes.settings;

import java.awt.Color;
import java.util.SplittableRandom;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Pose;
import org.kanmai.simulator.scenes.drawing.Soft;

final class Store implements Place {

    private static final String[] STOCK = {
        "1f9f9", "1faa3", "1f9fc", "1f9fb", "1f4a1", "1f9f4", "1faa5", "1f9fa", "1f32d", "1f9f5", "1fa91", "23f0",
        "1f4fb", "1f526"
    };

    @Override
    public void far(Brush brush, SplittableRandom random) {
        var look = brush.look();
        Strokes.wash(brush, 0, 960, Soft.mix(look.air(), Color.WHITE, 0.2), Soft.mix(look.air(), Color.BLACK, 0.1));
        for (var row = 0; row < 4; row++) {
            var things = new String[5];
            for (var i = 0; i < things.length; i++) {
                things[i] = STOCK[random.nextInt(STOCK.length)];
            }
            brush.plate(340, 228 + row * 130, 680, 120, 0, Soft.mix(look.air(), Color.BLACK, 0.14));
            Strokes.shelf(brush, random, 340, 270 + row * 130, 620, look.ground(), things);
            brush.plate(120 + random.nextInt(430), 282 + row * 130, 54, 20, 6, look.accent());
        }
        for (var i = 0; i < 10; i++) {
            brush.plate(i * 76, 70, 76, 190, 70, i % 2 == 0 ? look.accent() : look.paper());
        }
        brush.halo(340, 420, 420, look.light(), 0.35);
    }

    @Override
    public void near(Brush brush, SplittableRandom random) {
        var look = brush.look();
        Strokes.boards(brush, random, 94, Soft.mix(look.ground(), look.paper(), 0.25));
        Strokes.wash(
                brush,
                236,
                400,
                Soft.mix(look.second(), look.ground(), 0.25),
                Soft.mix(look.second(), Color.BLACK, 0.45));
        brush.plate(430, 240, 900, 12, 0, look.paper());
        for (var i = 0; i < 6; i++) {
            brush.plate(70 + i * 150, 300, 92, 46, 10, look.paper());
            brush.plate(70 + i * 150, 294, 60, 7, 4, look.accent());
            brush.plate(70 + i * 150, 310, 40, 6, 4, Soft.clear(look.ink(), 0.4));
        }
        brush.sprite("1f9fe", Pose.at(700, 210, 100).turned(12));
    }

    @Override
    public int blur() {
        return 11;
    }
}
