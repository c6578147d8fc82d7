package org.kanmai.simulator.scenes.plots;

import java.awt.Color;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Ease;
import org.kanmai.simulator.scenes.drawing.Particles;
import org.kanmai.simulator.scenes.drawing.Pose;
import org.kanmai.simulator.scenes.drawing.Soft;

final class Pattern implements Plot {

    @Override
    public void draw(Brush brush, Cast cast, Moment now) {
        pattern(brush, cast, now);
        disc(brush, now);
        hero(brush, cast, now);
        note(brush, cast, now);
        if (now.beat() == 3) {
            Particles.sparkle(brush, MIDDLE, 560, 230, now.seconds(), now.share(3, 0, 0.5));
        }
    }

    private static void pattern(Brush brush, Cast cast, Moment now) {
        var pitch = 136.0;
        var slid = now.seconds() * 46 + 60 * Ease.both(now.age() / 0.7) + now.beat() * 60;
        for (var row = 0; row < 6; row++) {
            var shift = (row % 2 == 0 ? slid : -slid) % pitch;
            for (var column = -1; column < 6; column++) {
                var x = column * pitch + shift + (row % 2) * pitch / 2;
                var y = 352 + row * 112.0;
                var code = cast.at(1
                        + Math.floorMod(
                                row * 2 + column, Math.max(1, cast.codes().size() - 1)));
                brush.sprite(
                        code,
                        Pose.at(x, y, 84 + 6 * now.kick())
                                .turned(now.wave(0.5) * 10 + row * 6)
                                .faded(0.82));
            }
        }
    }

    private static void disc(Brush brush, Moment now) {
        var look = brush.look();
        var colours = new Color[] {look.paper(), look.accent(), look.second(), look.paper()};
        var radius = 186 + 8 * now.kick();
        if (now.beat() > 0) {
            brush.disc(MIDDLE, 560, radius, Soft.clear(colours[now.beat() - 1], 0.96));
        }
        brush.disc(MIDDLE + 6, 572, radius, new Color(0, 0, 0, 36));
        var grown = now.beat() == 0 ? 1 : Ease.out(now.age() / 0.4);
        brush.disc(MIDDLE, 560, radius * grown, Soft.clear(colours[now.beat()], 0.97));
    }

    private static void hero(Brush brush, Cast cast, Moment now) {
        var pop = now.age() < 0.5 && now.beat() > 0 ? Ease.back(now.age() / 0.4) : 1;
        var turns = switch (now.beat()) {
            case 1 -> 360 * Ease.out(now.age() / 0.6);
            case 2 -> now.wave(1) * 16;
            default -> now.wave(0.4) * 6;
        };
        var size = (now.beat() == 3 ? 310 : 266) * (0.72 + 0.28 * pop) + 10 * now.kick();
        brush.shadow(MIDDLE, 694, 220, 0.4);
        brush.sprite(cast.hero(), Pose.at(MIDDLE, 556, size).turned(turns));
    }

    private static void note(Brush brush, Cast cast, Moment now) {
        var word = cast.note(now.beat());
        var here = Ease.back((now.age() - 0.3) / 0.35);
        if (!word.isEmpty() && here > 0) {
            var wide = brush.textWidth(word, 34) + 48;
            brush.plate(MIDDLE, 760, wide * here, 60, 60, brush.look().ink());
            brush.text(word, Pose.at(MIDDLE, 759, 34).faded(here), brush.look().paper());
        }
    }
}
