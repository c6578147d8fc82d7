package org.kanmai.simulator.scenes.settings;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.SplittableRandom;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Pose;
import org.kanmai.simulator.scenes.drawing.Soft;

final class Home implements Place {

    @Override
    public void far(Brush brush, SplittableRandom random) {
        var look = brush.look();
        Strokes.wash(brush, 0, 960, Soft.mix(look.air(), Color.WHITE, 0.3), look.air());
        Strokes.wash(
                brush, 560, 960, Soft.mix(look.air(), look.ground(), 0.35), Soft.mix(look.air(), look.ground(), 0.5));
        sunshine(brush, random.nextInt(120));
        brush.sprite("1f5bc-fe0f", Pose.at(480 + random.nextInt(60), 330, 150));
        brush.sprite("1fa9f", Pose.at(140, 330, 230));
        brush.sprite("1f6cb-fe0f", Pose.at(200 + random.nextInt(260), 560, 330));
        brush.sprite("1fab4", Pose.at(590 - random.nextInt(40), 530, 220));
        brush.sprite("1f9f8", Pose.at(330 + random.nextInt(60), 560, 90));
    }

    @Override
    public void near(Brush brush, SplittableRandom random) {
        var look = brush.look();
        Strokes.boards(brush, random, 70, look.ground());
        brush.graphics().setColor(Soft.clear(Soft.mix(look.second(), Color.WHITE, 0.25), 0.95));
        brush.graphics().fillOval(130, 100, 600, 170);
        brush.graphics().setColor(Soft.clear(Soft.mix(look.accent(), Color.WHITE, 0.5), 0.9));
        brush.graphics().fillOval(180, 118, 500, 134);
        brush.graphics().setColor(Soft.clear(Soft.mix(look.second(), Color.WHITE, 0.4), 0.95));
        brush.graphics().fillOval(200, 124, 460, 122);
    }

    @Override
    public int blur() {
        return 10;
    }

    private static void sunshine(Brush brush, int x) {
        var patch = new Path2D.Double();
        patch.moveTo(180 + x, 120);
        patch.lineTo(430 + x, 90);
        patch.lineTo(520 + x, 520);
        patch.lineTo(270 + x, 560);
        patch.closePath();
        brush.graphics().setColor(Soft.clear(brush.look().light(), 0.75));
        brush.graphics().fill(patch);
    }
}
