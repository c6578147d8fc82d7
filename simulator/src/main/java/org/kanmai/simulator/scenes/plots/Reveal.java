package org.kanmai.simulator.scenes.plots;

import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Ease;
import org.kanmai.simulator.scenes.drawing.Particles;
import org.kanmai.simulator.scenes.drawing.Pose;
import org.kanmai.simulator.scenes.drawing.Props;

final class Reveal implements Plot {

    @Override
    public void draw(Brush brush, Cast cast, Moment now) {
        var look = brush.look();
        var arrived = now.share(1, 0, 0.8);
        if (arrived > 0) {
            brush.rays(MIDDLE, 520, 620, now.seconds() * 22, look.light(), 0.5 * arrived);
            brush.halo(MIDDLE, 520, 230, look.light(), 0.7 * arrived);
        }
        Props.podium(brush, MIDDLE, GROUND - 34, 300, 70, look.second());
        trouble(brush, cast, now);
        if (arrived > 0) {
            orbit(brush, cast, now, false);
            hero(brush, cast, now);
            orbit(brush, cast, now, true);
        }
        Particles.confetti(brush, MIDDLE, 560, now.since(3), cast.seed());
        if (cast.newFen() > 0) {
            Props.priceTag(brush, 392, 420, now.since(3) - 0.25, cast.oldFen(), cast.newFen());
        }
    }

    private static void trouble(Brush brush, Cast cast, Moment now) {
        var pushed = Ease.in(now.share(1, 0.12, 0.45));
        if (pushed >= 1) {
            return;
        }
        var sway = now.wave(0.9) * 7;
        var pose =
                Pose.at(MIDDLE - 620 * pushed, GROUND - 172 - 120 * pushed, 270).turned(sway - 300 * pushed);
        brush.standing(cast.at(1), pose.scaled(0.96 + 0.04 * now.wave(1.8)), GROUND - 34);
    }

    private static void hero(Brush brush, Cast cast, Moment now) {
        var come = now.share(1, 0, 0.7);
        var fallen = Ease.bounce(come);
        var squash = come > 0.45 && come < 0.75 ? 0.16 * Ease.arc((come - 0.45) / 0.3) : 0;
        var aside = Ease.both(now.share(3, 0, 0.6)) * -66;
        var float0 = come >= 1 ? now.wave(0.45) * 9 - 9 : 0;
        var pose = Pose.at(MIDDLE + aside, GROUND - 186 - 620 * (1 - fallen) + float0, 310)
                .turned((1 - Ease.out(come)) * 200 + now.wave(0.3) * 4)
                .squashed(squash);
        brush.standing(cast.hero(), pose, GROUND - 34);
    }

    private static void orbit(Brush brush, Cast cast, Moment now, boolean front) {
        var out = Ease.back(now.share(2, 0, 0.7));
        if (out <= 0) {
            return;
        }
        var others = Math.max(3, cast.codes().size() - 2);
        for (var i = 0; i < others; i++) {
            var angle = now.seconds() * 1.5 + i * Math.PI * 2 / others;
            var near = Math.sin(angle);
            if (near > 0 == front) {
                var x = MIDDLE + Math.cos(angle) * 206 * out;
                var y = 560 + near * 62 * out - 10 * now.kick();
                brush.sprite(
                        cast.at(2 + i), Pose.at(x, y, (76 + 26 * near) * out).turned(near * 14));
            }
        }
    }
}
