package org.kanmai.simulator.scenes.plots;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Ease;
import org.kanmai.simulator.scenes.drawing.Particles;
import org.kanmai.simulator.scenes.drawing.Pose;
import org.kanmai.simulator.scenes.drawing.Props;
import org.kanmai.simulator.scenes.drawing.Soft;

final class Versus implements Plot {

    @Override
    public void draw(Brush brush, Cast cast, Moment now) {
        var line = divider(now);
        worseSide(brush, line);
        loser(brush, cast, now);
        winner(brush, cast, now, line);
        sign(brush, now, line);
        if (now.since(3) > 0.3) {
            Particles.sparkle(brush, MIDDLE + 20, 540, 230, now.seconds(), 1);
            Props.stamp(brush, "胜", 420, 420, now.since(3) - 0.45);
        }
        judge(brush, cast, now);
    }

    private static double divider(Moment now) {
        var met = Ease.mix(620, MIDDLE, Ease.back(now.share(1, 0, 0.6)));
        var pushed = Ease.mix(met, 210, Ease.both(now.share(2, 0.2, 0.7)));
        return Ease.mix(pushed, -120, Ease.both(now.share(3, 0, 0.5)));
    }

    private static void worseSide(Brush brush, double line) {
        var side = new Path2D.Double();
        side.moveTo(-10, 345);
        side.lineTo(line + 60, 345);
        side.lineTo(line - 60, 960);
        side.lineTo(-10, 960);
        side.closePath();
        brush.graphics().setColor(Soft.clear(new Color(58, 60, 74), 0.72));
        brush.graphics().fill(side);
        var edge = new Path2D.Double();
        edge.moveTo(line + 54, 345);
        edge.lineTo(line + 66, 345);
        edge.lineTo(line - 54, 960);
        edge.lineTo(line - 66, 960);
        edge.closePath();
        brush.graphics().setColor(brush.look().paper());
        brush.graphics().fill(edge);
    }

    private static void loser(Brush brush, Cast cast, Moment now) {
        var aside = Ease.both(now.share(1, 0, 0.6));
        var smaller = Ease.both(now.share(2, 0.2, 0.7));
        var gone = Ease.in(now.share(3, 0, 0.5));
        var x = Ease.mix(Ease.mix(MIDDLE, 132, aside), 92, smaller) - 330 * gone;
        var size = Ease.mix(Ease.mix(290, 210, aside), 140, smaller);
        var shake = now.beat() == 0 ? Math.sin(now.seconds() * 26) * 3 * Ease.arc(now.age() % 1.2 / 0.6) : 0;
        var pose = Pose.at(x + shake, GROUND - size / 2 + 6, size).turned(shake * 2 - 70 * gone);
        brush.shadow(x, GROUND, size * 0.9, 0.4);
        brush.greySprite(cast.at(1), pose);
    }

    private static void winner(Brush brush, Cast cast, Moment now, double line) {
        var come = now.share(1, 0.1, 0.6);
        if (come <= 0) {
            return;
        }
        var grown = Ease.both(now.share(2, 0.2, 0.7));
        var alone = Ease.back(now.share(3, 0, 0.6));
        var size = Ease.mix(Ease.mix(210, 290, grown), 330, alone);
        var centre = Ease.mix((Math.max(0, line) + Brush.WIDTH) / 2 + 10, MIDDLE, alone);
        var x = Ease.mix(centre + 420, centre, Ease.back(come));
        brush.halo(x, GROUND - size / 2, size * 0.8, brush.look().light(), 0.75 * Math.max(grown, 0.4));
        var hop = Math.abs(now.wave(0.75)) * 16 * grown;
        brush.standing(
                cast.hero(),
                Pose.at(x, GROUND - size / 2 - hop, size)
                        .turned(now.wave(0.75) * 4)
                        .squashed(0.05 * now.kick()),
                GROUND);
    }

    private static void sign(Brush brush, Moment now, double line) {
        var here = Ease.back(now.share(1, 0.35, 0.35)) * (1 - Ease.in(now.share(2, 0.1, 0.4)));
        if (here > 0.01) {
            brush.disc(line, 620, 46 * here, brush.look().accent());
            brush.text(
                    "VS",
                    Pose.at(line, 618, 40).faded(here).turned(-8),
                    brush.look().paper());
        }
    }

    private static void judge(Brush brush, Cast cast, Moment now) {
        if (cast.codes().size() < 3) {
            return;
        }
        var up = Ease.back(now.share(2, 0.3, 0.5));
        brush.sprite(cast.at(2), Pose.at(96, 1080 - 240 * up, 150).turned(now.wave(0.9) * 8));
    }
}
