package org.kanmai.simulator.scenes.plots;

import java.awt.Color;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Ease;
import org.kanmai.simulator.scenes.drawing.Particles;
import org.kanmai.simulator.scenes.drawing.Pose;
import org.kanmai.simulator.scenes.drawing.Props;

/** A beginning or a middle that is the result itself is shown without its colours: worn, not yet mended. */
final class Craft implements Plot {

    private static final double X = 318;

    @Override
    public void draw(Brush brush, Cast cast, Moment now) {
        var done = now.share(2, 0, 0.7);
        brush.halo(X, 520, 240, brush.look().light(), 0.35 + 0.45 * done);
        Props.podium(brush, X, GROUND - 8, 320, 34, brush.look().second());
        stages(brush, cast, now);
        tool(brush, cast, now);
        if (now.beat() >= 2) {
            Particles.sparkle(brush, X, 530, 210, now.seconds(), done);
        }
        if (cast.newFen() > 0) {
            Props.priceTag(brush, 122, 700, now.since(3) - 0.8, cast.oldFen(), cast.newFen());
        }
    }

    private static void stages(Brush brush, Cast cast, Moment now) {
        var order = new String[] {cast.at(1), cast.at(2), cast.hero(), cast.hero()};
        var dull = cast.at(1).equals(cast.hero());
        var change = now.beat() == 3 ? 1 : Ease.hold(now.age() / 0.5);
        var spin = Math.cos(now.seconds() * 2.2);
        if (change < 1 && now.beat() > 0) {
            thing(brush, order[now.beat() - 1], 250 * (1 - change), 1 - change, spin, dull && now.beat() < 3);
        }
        var size = now.beat() >= 2 ? 300 : 236;
        var grown = now.beat() == 0 ? 1 : Ease.back(change);
        thing(
                brush,
                order[now.beat()],
                size * grown,
                Ease.hold(change * 2 + (now.beat() == 0 ? 1 : 0)),
                spin,
                dull && now.beat() < 2);
        if (now.beat() > 0 && now.beat() < 3 && now.age() < 0.6) {
            brush.halo(X, 560, 260, Color.WHITE, 1 - now.age() / 0.6);
        }
    }

    private static void thing(Brush brush, String code, double size, double opacity, double spin, boolean dull) {
        var wide = 1 - 0.1 * (1 - Math.abs(spin));
        var pose = Pose.at(X, GROUND - 4 - size / 2, size);
        var turned = new Pose(pose.x(), pose.y(), size, spin * 3, opacity, wide, 1);
        if (dull) {
            brush.shadow(X, GROUND - 8, size * 0.9, 0.4 * opacity);
            brush.greySprite(code, turned);
            return;
        }
        brush.standing(code, turned, GROUND - 8);
    }

    private static void tool(Brush brush, Cast cast, Moment now) {
        if (now.beat() > 1) {
            return;
        }
        var strike = Math.abs(Math.sin(now.seconds() * 4.2));
        var x = X + 132 - 26 * strike;
        var y = 470 + 46 * strike;
        brush.sprite(cast.at(3), Pose.at(x, y, 150).turned(-38 * strike));
        var since = (now.seconds() * 4.2 / Math.PI + 0.5) % 1 * 0.75;
        Particles.splash(brush, X + 60, 560, since, brush.look().accent());
    }
}
