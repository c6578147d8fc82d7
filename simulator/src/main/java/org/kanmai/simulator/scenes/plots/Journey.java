package org.kanmai.simulator.scenes.plots;

import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Ease;
import org.kanmai.simulator.scenes.drawing.Particles;
import org.kanmai.simulator.scenes.drawing.Pose;
import org.kanmai.simulator.scenes.drawing.Soft;

final class Journey implements Plot {

    private static final double ROAD = 742;

    @Override
    public void draw(Brush brush, Cast cast, Moment now) {
        road(brush, now);
        roadside(brush, cast, now);
        places(brush, cast, now);
        vehicle(brush, cast, now);
        if (now.beat() == 3) {
            var out = Ease.back(now.share(3, 0.5, 0.6));
            brush.halo(MIDDLE - 40, 500, 200, brush.look().light(), 0.9 * out);
            brush.sprite(
                    cast.hero(),
                    Pose.at(MIDDLE - 40, 510 + now.wave(0.5) * 8, 260 * out).turned(now.wave(0.4) * 5));
            Particles.sparkle(brush, MIDDLE - 40, 510, 180, now.seconds(), out);
        }
    }

    /** How far the road has moved under the vehicle, in pixels; it stops during the last beat. */
    private static double travelled(Moment now) {
        var total = 3 * now.beatSeconds();
        var share = Ease.hold(now.seconds() / total);
        return 1700 * (share < 0.9 ? share : 0.9 + 0.1 * Ease.out((share - 0.9) / 0.1));
    }

    private static void road(Brush brush, Moment now) {
        var look = brush.look();
        brush.plate(MIDDLE, ROAD + 18, 600, 78, 0, Soft.mix(look.ink(), look.ground(), 0.45));
        var shift = travelled(now) % 110;
        for (var i = -1; i < 7; i++) {
            brush.plate(i * 110 - shift + 55, ROAD + 20, 54, 6, 6, Soft.clear(look.paper(), 0.85));
        }
    }

    private static void roadside(Brush brush, Cast cast, Moment now) {
        for (var i = 0; i < 9; i++) {
            var x = 120 + i * 260 - travelled(now) * 0.82;
            if (x > -120 && x < 660) {
                var size = 96 + i % 3 * 26.0;
                brush.standing(
                        cast.at(4 + i % Math.max(1, cast.codes().size() - 4)),
                        Pose.at(x, ROAD - 26 - size / 2, size),
                        ROAD - 24);
            }
        }
    }

    private static void places(Brush brush, Cast cast, Moment now) {
        var from = 120 - travelled(now);
        if (from > -160) {
            brush.standing(cast.at(2), Pose.at(from, ROAD - 128, 220), ROAD - 22);
        }
        var to = 420 + 1700 - travelled(now);
        if (to < 720) {
            brush.standing(cast.at(3), Pose.at(to, ROAD - 138, 240), ROAD - 22);
        }
    }

    private static void vehicle(Brush brush, Cast cast, Moment now) {
        var still = now.beat() == 3 ? 1 - now.share(3, 0, 0.3) : 1;
        var shake = Math.abs(Math.sin(now.seconds() * 12)) * 5 * still;
        var x = Ease.mix(-60, 190, Ease.out(Ease.hold((now.seconds() + 0.5) / 1.2)));
        brush.shadow(x, ROAD + 40, 240, 0.4);
        if (now.beat() < 3) {
            for (var i = 0; i < 3; i++) {
                brush.sprite(
                        cast.hero(),
                        Pose.at(x + 24 + i * 40, ROAD - 128 - shake * (1.5 - i * 0.4), 80)
                                .turned(i * 16 - 16));
            }
        }
        for (var i = 0; i < 3; i++) {
            var life = (now.seconds() * 1.6 + i / 3.0) % 1;
            brush.halo(
                    x - 120 - 80 * life,
                    ROAD + 20 - 20 * life,
                    14 + 22 * life,
                    brush.look().paper(),
                    0.5 * (1 - life) * still);
        }
        brush.sprite(cast.at(1), Pose.at(x, ROAD - 42 - shake, 230).mirrored());
    }
}
