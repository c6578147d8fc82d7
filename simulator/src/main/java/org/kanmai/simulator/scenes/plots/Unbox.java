package org.kanmai.simulator.scenes.plots;

import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Ease;
import org.kanmai.simulator.scenes.drawing.Particles;
import org.kanmai.simulator.scenes.drawing.Pose;
import org.kanmai.simulator.scenes.drawing.Props;

final class Unbox implements Plot {

    private static final double[][] RESTS = {{116, 470}, {426, 452}, {90, 640}, {452, 636}, {180, 380}, {366, 372}};

    @Override
    public void draw(Brush brush, Cast cast, Moment now) {
        var open = now.share(1, 0, 0.5);
        if (open > 0) {
            brush.rays(MIDDLE, 620, 640, now.seconds() * 20, brush.look().light(), 0.5 * open);
            brush.halo(MIDDLE, 600, 260, brush.look().light(), 0.9 * open);
        }
        box(brush, now, open);
        for (var i = 1; i < cast.codes().size() && i <= RESTS.length; i++) {
            companion(brush, cast, now, i);
        }
        brush.shadow(MIDDLE, GROUND + 12, 240, 0.4 * now.share(2, 0.4, 0.5));
        hero(brush, cast, now);
        Particles.confetti(brush, MIDDLE, 620, now.since(1) - 0.1, cast.seed());
        if (cast.newFen() > 0) {
            Props.priceTag(brush, 122, 700, now.since(3) - 0.3, cast.oldFen(), cast.newFen());
        }
    }

    private static void box(Brush brush, Moment now, double open) {
        var eager = now.beat() == 0 ? Ease.arc(now.age() % 0.9 / 0.6) : 0;
        var shake = Math.sin(now.seconds() * 34) * 7 * eager;
        var size = Ease.mix(300, 250, Ease.both(open));
        var sunk = 540 * Ease.in(now.share(2, 0.1, 0.6));
        var pose = Pose.at(MIDDLE, GROUND - size / 2 + 20 - 26 * eager + sunk, size)
                .turned(shake);
        brush.standing("1f4e6", pose.squashed(0.14 * Ease.arc(open)), GROUND + 12 + sunk);
    }

    private static void hero(Brush brush, Cast cast, Moment now) {
        var up = now.share(1, 0.1, 0.7);
        if (up <= 0) {
            return;
        }
        var size = Ease.mix(200, 280, Ease.both(now.share(2, 0, 0.5)));
        var y = Ease.mix(640, 510, Ease.back(up)) + now.wave(0.45) * 9;
        brush.sprite(
                cast.hero(),
                Pose.at(MIDDLE, y, size * Ease.back(up)).turned(360 * (1 - Ease.out(up)) + now.wave(0.3) * 6));
    }

    private static void companion(Brush brush, Cast cast, Moment now, int i) {
        var flown = now.share(1, 0.3 + i * 0.16, 0.7);
        if (flown <= 0) {
            return;
        }
        var rest = RESTS[i - 1];
        var x = Ease.mix(MIDDLE, rest[0], Ease.out(flown));
        var y = Ease.mix(640, rest[1], Ease.out(flown)) - 120 * Ease.arc(flown) + Math.sin(now.seconds() * 2.4 + i) * 8;
        brush.sprite(
                cast.at(i),
                Pose.at(x, y, 104 * Ease.back(flown) + 8 * now.kick())
                        .turned(220 * (1 - flown) + Math.sin(now.seconds() + i) * 9));
    }
}
