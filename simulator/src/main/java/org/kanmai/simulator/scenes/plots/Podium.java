package org.kanmai.simulator.scenes.plots;

import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Ease;
import org.kanmai.simulator.scenes.drawing.Particles;
import org.kanmai.simulator.scenes.drawing.Pose;
import org.kanmai.simulator.scenes.drawing.Props;
import org.kanmai.simulator.scenes.drawing.Soft;

final class Podium implements Plot {

    private static final double[] X = {270, 108, 432};
    private static final double[] TALL = {190, 130, 84};

    @Override
    public void draw(Brush brush, Cast cast, Moment now) {
        brush.halo(MIDDLE, 460, 260, brush.look().light(), 0.7 * now.share(3, 0, 0.5));
        question(brush, now);
        for (var place = 2; place >= 0; place--) {
            step(brush, cast, now, place);
        }
        if (now.since(3) > 0) {
            brush.sprite(
                    "1f451",
                    Pose.at(X[0], 396 - 300 * (1 - Ease.bounce(now.share(3, 0.5, 0.7))), 90)
                            .turned(-6));
            Particles.confetti(brush, MIDDLE, 520, now.since(3) - 0.4, cast.seed());
        }
        cheer(brush, cast, now);
    }

    private static void question(Brush brush, Moment now) {
        var gone = Ease.in(now.share(1, 0, 0.3));
        if (gone >= 1) {
            return;
        }
        for (var i = 0; i < 3; i++) {
            var bob = Math.sin(now.seconds() * 3.4 + i * 1.2) * 14;
            brush.sprite(
                    "2753",
                    Pose.at(X[i], GROUND - TALL[i] - 70 + bob, 110 * (1 - gone)).turned(bob));
        }
    }

    private static void step(Brush brush, Cast cast, Moment now, int place) {
        var beat = 3 - place;
        var look = brush.look();
        var colour = switch (place) {
            case 0 -> look.accent();
            case 1 -> look.second();
            default -> Soft.mix(look.second(), look.paper(), 0.4);
        };
        var raised = TALL[place] * (0.55 + 0.45 * Ease.back(now.share(beat, 0, 0.5)));
        Props.podium(brush, X[place], GROUND + 30 - raised, 158, raised, colour);
        brush.text(Integer.toString(place + 1), Pose.at(X[place], GROUND + 30 - raised / 2 + 14, 54), look.paper());
        var come = now.share(beat, 0.1, 0.7);
        if (come > 0) {
            var size = place == 0 ? 214.0 : 158.0;
            var hop = place == 0 ? Math.abs(now.wave(0.8)) * 18 * now.share(3, 1, 0.5) : 0;
            var y = GROUND + 30 - raised - size / 2 + 12 - 520 * (1 - Ease.bounce(come)) - hop;
            brush.standing(cast.at(place), Pose.at(X[place], y, size).turned((1 - come) * 90), GROUND + 30 - raised);
            note(brush, cast, now, place, beat);
        }
    }

    private static void note(Brush brush, Cast cast, Moment now, int place, int beat) {
        var here = now.share(beat, 0.7, 0.3);
        if (here > 0 && !cast.note(place).isEmpty()) {
            var wide = brush.textWidth(cast.note(place), 28) + 34;
            brush.plate(
                    X[place], 800, wide * Ease.back(here), 48, 48, brush.look().paper());
            brush.text(
                    cast.note(place),
                    Pose.at(X[place], 799, 28).faded(here),
                    brush.look().ink());
        }
    }

    private static void cheer(Brush brush, Cast cast, Moment now) {
        var up = Ease.back(now.share(2, 0.4, 0.6));
        brush.sprite(
                cast.at(3), Pose.at(76, 1010 - 130 * up - 14 * now.kick(), 140).turned(now.wave(1) * 8));
        brush.sprite(
                "1f44f", Pose.at(470, 1020 - 130 * up - 14 * now.kick(), 116).turned(-now.wave(1) * 8));
    }
}
