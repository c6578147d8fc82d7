package org.kanmai.simulator.scenes.settings;

import java.awt.Color;
import java.util.SplittableRandom;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Pose;
import org.kanmai.simulator.scenes.drawing.Soft;

final class Nature implements Place {

    @Override
    public void far(Brush brush, SplittableRandom random) {
        var look = brush.look();
        Strokes.wash(brush, 0, 640, look.air(), look.light());
        var moon = 120 + random.nextInt(420);
        brush.halo(moon, 210, 200, Color.WHITE, 0.6);
        brush.disc(moon, 210, 70, Soft.mix(look.light(), Color.WHITE, 0.75));
        for (var i = 0; i < 4; i++) {
            var near = i / 4.0;
            var tone = Soft.mix(look.air(), look.ground(), 0.25 + near * 0.6);
            Strokes.peaks(brush, random, 420 + i * 56, 190 - i * 30, tone, Soft.mix(tone, look.light(), 0.65));
        }
        Strokes.wash(
                brush, 610, 960, Soft.mix(look.light(), look.air(), 0.4), Soft.mix(look.ground(), look.air(), 0.4));
        for (var i = 0; i < 12; i++) {
            brush.plate(random.nextInt(680), 620 + i * 9, 60 + random.nextInt(160), 3, 3, Soft.clear(Color.WHITE, 0.4));
        }
        for (var i = 0; i < 5; i++) {
            brush.sprite(
                    "1f332",
                    Pose.at(i < 3 ? i * 50 : 500 + i * 40, 570 + random.nextInt(20), 110 + random.nextInt(60)));
        }
        brush.sprite("1f9a2", Pose.at(200 + random.nextInt(280), 632, 52));
    }

    @Override
    public void near(Brush brush, SplittableRandom random) {
        var look = brush.look();
        Strokes.boards(brush, random, 96, Soft.mix(look.ground(), new Color(0x3a2a20), 0.55));
        brush.sprite("1f33f", Pose.at(90, 210, 150).turned(-20));
        brush.sprite("1fab7", Pose.at(770, 230, 150));
    }

    @Override
    public int blur() {
        return 4;
    }
}
