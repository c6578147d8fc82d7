package org.kanmai.simulator.scenes.plots;

import java.awt.Color;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Ease;
import org.kanmai.simulator.scenes.drawing.Particles;
import org.kanmai.simulator.scenes.drawing.Pose;
import org.kanmai.simulator.scenes.drawing.Props;
import org.kanmai.simulator.scenes.drawing.Soft;

final class Rating implements Plot {

    @Override
    public void draw(Brush brush, Cast cast, Moment now) {
        if (now.beat() == 0 || now.beat() == 1) {
            trial(brush, cast, now);
        }
        hero(brush, cast, now);
        card(brush, cast, now);
        judge(brush, cast, now);
        if (now.beat() == 3) {
            Props.stamp(brush, "值", 420, 800, now.since(3) - 1.2);
        }
    }

    private static void trial(Brush brush, Cast cast, Moment now) {
        Particles.rain(brush, now.seconds(), cast.seed());
        brush.halo(180, 470, 180, brush.look().light(), 0.5);
    }

    private static void hero(Brush brush, Cast cast, Moment now) {
        var aside = Ease.both(now.share(2, 0, 0.6));
        var size = Ease.mix(330, 220, aside);
        var hop = now.beat() < 2 ? Math.abs(now.wave(0.8)) * 60 : 10 * now.wave(0.5);
        var landed = now.beat() < 2 ? 0.12 * (1 - Math.min(1, Math.abs(now.wave(0.8)) * 3)) : 0;
        var y = Ease.mix(GROUND - 165, 460, aside) - hop;
        var x = Ease.mix(MIDDLE, 170, aside);
        if (now.beat() < 2 && Math.abs(now.wave(0.8)) < 0.25) {
            Particles.splash(brush, x, GROUND, 0.1 + Math.abs(now.wave(0.8)), new Color(0xa9d4ff));
        }
        var pose = Pose.at(x, y, size).turned(now.wave(0.4) * 6).squashed(landed);
        if (aside < 0.5) {
            brush.standing(cast.hero(), pose, GROUND);
            return;
        }
        brush.halo(x, y, 170, brush.look().light(), 0.8);
        brush.sprite(cast.hero(), pose);
    }

    private static void card(Brush brush, Cast cast, Moment now) {
        var come = Ease.out(now.share(2, 0.1, 0.5));
        if (come <= 0) {
            return;
        }
        var look = brush.look();
        var y = 712 + 420 * (1 - come);
        brush.plate(MIDDLE + 4, y + 10, 460, 244, 40, new Color(0, 0, 0, 50));
        brush.plate(MIDDLE, y, 460, 244, 40, Soft.clear(Color.WHITE, 0.97));
        for (var i = 0; i < 3; i++) {
            var line = y - 74 + i * 74;
            brush.text(cast.note(i), Pose.at(120, line, 32), look.ink());
            var lit = 5 * Ease.both(now.share(2, 0.6 + i * 0.45, 0.7));
            Props.stars(brush, 212, line, 50, lit);
        }
    }

    private static void judge(Brush brush, Cast cast, Moment now) {
        var come = Ease.back(now.share(2, 0.3, 0.5));
        var code = now.beat() == 3 && cast.codes().size() > 2 ? cast.at(2) : cast.at(1);
        brush.sprite(
                code, Pose.at(400 + 340 * (1 - come), 480 - 8 * now.kick(), 150).turned(now.wave(0.8) * 8));
    }
}
