package org.kanmai.simulator.scenes.plots;

import java.awt.Color;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Ease;
import org.kanmai.simulator.scenes.drawing.Particles;
import org.kanmai.simulator.scenes.drawing.Pose;

final class Chat implements Plot {

    @Override
    public void draw(Brush brush, Cast cast, Moment now) {
        var speaker = now.beat() % 2;
        person(brush, cast.at(1), now, 138, speaker == 0, false);
        person(brush, now.beat() == 3 ? cast.at(3) : cast.at(2), now, 402, speaker == 1, true);
        thing(brush, cast, now);
        words(brush, cast, now);
        if (now.beat() == 3) {
            for (var i = 0; i < 5; i++) {
                var life = (now.seconds() * 0.6 + i * 0.2) % 1;
                brush.sprite(
                        "2764-fe0f",
                        Pose.at(180 + i * 46 + Math.sin(life * 9 + i) * 14, 640 - 240 * life, 34)
                                .faded(Ease.arc(life)));
            }
        }
    }

    private static void person(Brush brush, String code, Moment now, double x, boolean speaks, boolean right) {
        var come = Ease.back(Ease.hold((now.seconds() + 0.3) / 0.5));
        var talk = speaks ? Math.abs(Math.sin(now.seconds() * 9)) * 14 : now.wave(0.4) * 4;
        var size = (speaks ? 236 : 204) * come;
        brush.standing(
                code,
                Pose.at(x, GROUND + 40 - 118 - talk, size).turned((right ? -1 : 1) * (speaks ? 5 : 1)),
                GROUND + 36);
    }

    private static void thing(Brush brush, Cast cast, Moment now) {
        var come = now.share(1, 0.2, 0.6);
        if (come <= 0) {
            return;
        }
        var size = Ease.mix(170, 250, Ease.both(now.share(2, 0, 0.6)));
        var lift = Ease.mix(480, 450, Ease.both(now.share(3, 0, 0.6)));
        brush.halo(MIDDLE, lift, size * 0.85, brush.look().light(), 0.85 * come);
        brush.sprite(
                cast.hero(),
                Pose.at(MIDDLE, lift + now.wave(0.5) * 8, size * Ease.back(come))
                        .turned(now.wave(0.4) * 7 + 180 * (1 - come)));
        if (now.beat() >= 2) {
            Particles.sparkle(brush, MIDDLE, lift, 150, now.seconds(), 1);
        }
    }

    private static void words(Brush brush, Cast cast, Moment now) {
        var word = cast.note(now.beat());
        var here = Ease.back((now.age() - 0.35) / 0.3) * Ease.hold(now.left() / 0.2);
        if (word.isEmpty() || here <= 0) {
            return;
        }
        var x = now.beat() % 2 == 0 ? 140.0 : 400.0;
        var wide = Math.min(236, brush.textWidth(word, 28) + 40);
        brush.plate(x, GROUND + 92, wide * here, 56, 56, Color.WHITE);
        brush.text(word, Pose.at(x, GROUND + 91, 28).faded(here), new Color(40, 34, 44));
    }
}
