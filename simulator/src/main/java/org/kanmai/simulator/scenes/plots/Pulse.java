package org.kanmai.simulator.scenes.plots;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Ease;
import org.kanmai.simulator.scenes.drawing.Particles;
import org.kanmai.simulator.scenes.drawing.Pose;
import org.kanmai.simulator.scenes.drawing.Props;
import org.kanmai.simulator.scenes.drawing.Soft;

final class Pulse implements Plot {

    @Override
    public void draw(Brush brush, Cast cast, Moment now) {
        columns(brush, now);
        rings(brush, now);
        flying(brush, cast, now);
        hero(brush, cast, now);
        word(brush, cast, now);
        if (now.beat() == 3 && cast.newFen() > 0) {
            Props.priceTag(brush, 122, 690, now.since(3) - 0.4, cast.oldFen(), cast.newFen());
        }
        Particles.bokeh(brush, brush.look().light(), 9, now.seconds(), cast.seed());
    }

    private static void columns(Brush brush, Moment now) {
        var look = brush.look();
        var loud = now.beat() == 0 ? 0.45 : 1.0;
        for (var i = 0; i < 15; i++) {
            var wave = Math.abs(Math.sin(now.seconds() * (2.1 + i % 4 * 0.7) + i * 1.3));
            var tall = 40 + (150 * wave + 110 * now.kick() * (i % 2)) * loud;
            var colour = Soft.mix(look.accent(), look.second(), i / 14.0);
            brush.plate(18 + i * 36, GROUND - tall / 2, 24, tall, 14, Soft.clear(colour, 0.85));
            brush.plate(18 + i * 36, GROUND + 20 + tall * 0.12, 24, tall * 0.24, 12, Soft.clear(colour, 0.22));
        }
    }

    private static void rings(Brush brush, Moment now) {
        var graphics = brush.graphics();
        for (var i = 0; i < 3; i++) {
            var life = (now.seconds() * now.pulse() / 120.0 + i / 3.0) % 1;
            graphics.setStroke(new BasicStroke((float) (8 * (1 - life)) + 1));
            graphics.setColor(Soft.clear(brush.look().light(), 0.5 * (1 - life)));
            var radius = 130 + 190 * life;
            graphics.draw(new Ellipse2D.Double(MIDDLE - radius, 530 - radius, radius * 2, radius * 2));
        }
    }

    private static void hero(Brush brush, Cast cast, Moment now) {
        var come = Ease.back(Ease.hold((now.seconds() + 0.35) / 0.6));
        var size = (270 + 26 * now.kick()) * come + 40 * Ease.back(now.share(2, 0, 0.5));
        var nod = Math.sin(now.seconds() * now.pulse() / 60.0 * Math.PI) * 9;
        brush.halo(MIDDLE, 530, 210, brush.look().accent(), 0.4 + 0.3 * now.kick());
        brush.sprite(cast.hero(), Pose.at(MIDDLE, 530 - 8 * now.kick(), size).turned(nod));
    }

    private static void flying(Brush brush, Cast cast, Moment now) {
        for (var i = 0; i < 6; i++) {
            var life = (now.seconds() * 0.34 + i / 6.0) % 1;
            var side = i % 2 == 0 ? -1 : 1;
            var x = MIDDLE + side * (90 + 170 * life) + Math.sin(life * 8 + i) * 18;
            brush.sprite(
                    cast.at(1 + i),
                    Pose.at(x, 690 - 330 * life, 64 + 18 * now.kick())
                            .turned(side * 22 * life)
                            .faded(Ease.arc(life) * 1.4));
        }
    }

    private static void word(Brush brush, Cast cast, Moment now) {
        var word = cast.note(now.beat());
        var here = Ease.back((now.age() - 0.25) / 0.3) * Ease.hold(now.left() / 0.2);
        if (!word.isEmpty() && here > 0) {
            var wide = brush.textWidth(word, 34) + 48;
            brush.plate(MIDDLE, 780, wide * here, 60, 60, brush.look().paper());
            brush.text(word, Pose.at(MIDDLE, 779, 34).faded(here), brush.look().ink());
        }
    }
}
