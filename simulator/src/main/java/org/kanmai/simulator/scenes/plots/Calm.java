package org.kanmai.simulator.scenes.plots;

import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Ease;
import org.kanmai.simulator.scenes.drawing.Particles;
import org.kanmai.simulator.scenes.drawing.Pose;
import org.kanmai.simulator.scenes.drawing.Soft;

final class Calm implements Plot {

    private static final double X = 330;

    @Override
    public void draw(Brush brush, Cast cast, Moment now) {
        brush.halo(X, 540, 270, brush.look().light(), 0.55);
        side(brush, cast.at(2), now, 1, 470, 150);
        side(brush, cast.at(3), now, 2, 150, 132);
        ripples(brush, now);
        var nearer = 1 + 0.16 * Ease.both(now.seconds() / (now.beatSeconds() * Moment.BEATS));
        var size = 300 * nearer;
        brush.standing(cast.hero(), Pose.at(X, GROUND + 6 - size / 2, size).turned(now.wave(0.16) * 2), GROUND);
        Particles.steam(brush, X - 10, GROUND - size + 40, now.seconds() * 0.7, 0.75);
        Particles.drift(brush, cast.at(1), 9, now.seconds(), cast.seed());
    }

    private static void side(Brush brush, String code, Moment now, int beat, double x, double size) {
        var come = now.share(beat, 0, 1.2);
        if (come > 0) {
            brush.standing(
                    code,
                    Pose.at(x, GROUND + 30 - size / 2 + 30 * (1 - Ease.out(come)), size)
                            .faded(come)
                            .turned(now.wave(0.2) * 3),
                    GROUND + 26);
        }
    }

    private static void ripples(Brush brush, Moment now) {
        var graphics = brush.graphics();
        graphics.setStroke(new java.awt.BasicStroke(2.4f));
        for (var i = 0; i < 3; i++) {
            var life = (now.seconds() * 0.28 + i / 3.0) % 1;
            graphics.setColor(Soft.clear(brush.look().paper(), 0.5 * (1 - life)));
            var wide = 200 + 340 * life;
            graphics.draw(
                    new java.awt.geom.Ellipse2D.Double(X - wide / 2, GROUND + 12 - wide * 0.11, wide, wide * 0.22));
        }
    }
}
