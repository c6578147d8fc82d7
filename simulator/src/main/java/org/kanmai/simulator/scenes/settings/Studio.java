package org.kanmai.simulator.scenes.settings;

import java.awt.Color;
import java.util.SplittableRandom;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Soft;

final class Studio implements Place {

    @Override
    public void far(Brush brush, SplittableRandom random) {
        var look = brush.look();
        Strokes.wash(brush, 0, 700, look.air(), Soft.mix(look.air(), look.light(), 0.7));
        Strokes.wash(brush, 660, 960, Soft.mix(look.air(), look.ground(), 0.5), look.ground());
        switch (random.nextInt(3)) {
            case 0 -> arches(brush, 340);
            case 1 -> {
                brush.disc(180 + random.nextInt(320), 420, 230, Soft.mix(look.second(), look.air(), 0.3));
                brush.disc(440, 560, 120, Soft.mix(look.accent(), look.air(), 0.55));
            }
            default -> {
                arches(brush, 190 + random.nextInt(60));
                brush.plate(540, 560, 190, 400, 190, Soft.mix(look.accent(), look.air(), 0.5));
            }
        }
        brush.halo(120 + random.nextInt(440), 140, 380, Color.WHITE, 0.5);
    }

    @Override
    public void near(Brush brush, SplittableRandom random) {
        var look = brush.look();
        Strokes.wash(
                brush, 96, 400, Soft.mix(look.ground(), Color.WHITE, 0.4), Soft.mix(look.ground(), Color.BLACK, 0.12));
        brush.graphics().setColor(Soft.clear(Color.WHITE, 0.22));
        brush.graphics().fillOval(120, 100, 620, 150);
        brush.disc(80 + random.nextInt(60), 300, 90, Soft.clear(look.second(), 0.5));
        brush.disc(760, 330, 120, Soft.clear(look.accent(), 0.4));
    }

    @Override
    public int blur() {
        return 4;
    }

    private static void arches(Brush brush, double x) {
        var look = brush.look();
        brush.plate(x, 640, 420, 860, 420, Soft.mix(look.second(), look.air(), 0.45));
        brush.plate(x, 680, 320, 800, 320, Soft.mix(look.second(), look.light(), 0.3));
        brush.plate(x, 720, 220, 740, 220, Soft.mix(look.accent(), look.light(), 0.45));
    }
}
