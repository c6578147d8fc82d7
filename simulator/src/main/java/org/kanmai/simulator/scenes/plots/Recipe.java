package org.kanmai.simulator.scenes.plots;

import java.awt.Color;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Ease;
import org.kanmai.simulator.scenes.drawing.Particles;
import org.kanmai.simulator.scenes.drawing.Pose;
import org.kanmai.simulator.scenes.drawing.Props;

final class Recipe implements Plot {

    private static final double PAN_Y = 640;

    @Override
    public void draw(Brush brush, Cast cast, Moment now) {
        var served = now.share(3, 0, 0.6);
        if (served < 1) {
            cooking(brush, cast, now, Ease.in(served));
        }
        if (served > 0) {
            serving(brush, cast, now, served);
        }
        if (now.beat() < 3) {
            Props.badge(brush, Integer.toString(now.beat() + 1), 478, 346, now.age());
        }
    }

    private static void cooking(Brush brush, Cast cast, Moment now, double away) {
        var ingredients = cast.codes().size() - 2;
        var down = 520 * away;
        for (var i = 0; i < 3; i++) {
            var flicker = 1 + 0.18 * Math.sin(now.seconds() * 13 + i * 2);
            brush.sprite(
                    "1f525",
                    Pose.at(MIDDLE - 80 + i * 80, PAN_Y + 96 + down, 90 * flicker)
                            .faded(0.95));
        }
        var toss = Math.max(0, now.wave(0.8)) * 18 * (now.beat() == 2 ? 2.2 : 0.6);
        brush.halo(MIDDLE, PAN_Y, 230, new Color(0xffb060), 0.35);
        brush.sprite(cast.at(1), Pose.at(MIDDLE, PAN_Y - toss * 0.4 + down, 330).turned(now.wave(0.8) * 4));
        for (var i = 0; i < ingredients; i++) {
            ingredient(brush, cast, now, i, ingredients, down, toss);
        }
        Particles.steam(brush, MIDDLE, PAN_Y - 80 + down, now.seconds(), 0.5 + 0.3 * now.beat());
    }

    private static void ingredient(Brush brush, Cast cast, Moment now, int i, int count, double down, double toss) {
        var turn = (double) i / count * 2 * now.beatSeconds() + 0.3;
        var jump = Ease.hold((now.seconds() - turn) / 0.75);
        var shelf = 70 + (i + 0.5) * 400.0 / count;
        if (jump <= 0) {
            var bob = Math.sin(now.seconds() * 3 + i) * 6;
            brush.standing(cast.at(2 + i), Pose.at(shelf, 400 + bob, 104).turned(bob), 470);
            return;
        }
        var angle = i * 2.4 + now.seconds() * 0.9;
        var landX = MIDDLE - 24 + Math.cos(angle) * 56;
        var landY = PAN_Y - 30 + Math.sin(angle) * 22 - toss * (1 + i % 3 * 0.6);
        var x = Ease.mix(shelf, landX, jump);
        var y = Ease.mix(400, landY, jump) - 170 * Ease.arc(jump);
        brush.sprite(
                cast.at(2 + i), Pose.at(x, y + down, Ease.mix(104, 74, jump)).turned(jump * 320 + toss * 3));
        Particles.splash(
                brush, landX, landY, now.seconds() - turn - 0.7, brush.look().accent());
    }

    private static void serving(Brush brush, Cast cast, Moment now, double served) {
        brush.rays(MIDDLE, 540, 560, now.seconds() * 24, brush.look().light(), 0.5 * served);
        brush.halo(MIDDLE, 560, 260, brush.look().light(), 0.8 * served);
        var size = 360 * Ease.back(served);
        brush.standing(
                cast.hero(),
                Pose.at(MIDDLE, GROUND - 180 + now.wave(0.4) * 6, size).turned(now.wave(0.35) * 3),
                GROUND);
        Particles.steam(brush, MIDDLE, 470, now.seconds(), 0.9);
        Particles.sparkle(brush, MIDDLE, 550, 220, now.seconds(), served);
        Props.stamp(brush, "香", 430, 430, now.since(3) - 0.8);
    }
}
