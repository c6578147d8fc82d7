package org.kanmai.simulator.scenes.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Things that films share: a round podium, a swinging price tag, stars, a stamp and a step badge. */
public final class Props {

    private Props() {}

    /** A round podium whose top is centred at a point. */
    public static void podium(Brush brush, double x, double top, double width, double height, Color colour) {
        var graphics = brush.graphics();
        var flat = width * 0.2;
        brush.shadow(x, top + height + flat * 0.35, width * 1.25, 0.35);
        var side = new Path2D.Double(new Rectangle2D.Double(x - width / 2, top, width, height));
        side.append(new Ellipse2D.Double(x - width / 2, top + height - flat / 2, width, flat), false);
        graphics.setPaint(new GradientPaint(
                (float) (x - width / 2),
                0,
                Soft.mix(colour, Color.WHITE, 0.25),
                (float) (x + width / 2),
                0,
                Soft.mix(colour, Color.BLACK, 0.28)));
        side.setWindingRule(Path2D.WIND_NON_ZERO);
        graphics.fill(side);
        graphics.setColor(Soft.mix(colour, Color.WHITE, 0.45));
        graphics.fill(new Ellipse2D.Double(x - width / 2, top - flat / 2, width, flat));
        graphics.setColor(Soft.mix(colour, Color.WHITE, 0.3));
        graphics.fill(new Ellipse2D.Double(x - width / 2 + 10, top - flat / 2 + 5, width - 20, flat - 8));
    }

    /** A price tag that drops in on its string and swings; the price rolls down from the old one, both in fen. */
    public static void priceTag(Brush brush, double x, double y, double age, long oldFen, long newFen) {
        if (age < 0) {
            return;
        }
        var graphics = brush.graphics();
        var swing = 16 * Math.exp(-age * 1.1) * Math.cos(age * 5.4);
        var drop = Ease.back(age / 0.5);
        var before = graphics.getTransform();
        graphics.translate(x, y - 420 * (1 - drop));
        graphics.rotate(Math.toRadians(swing), 0, -150);
        graphics.setColor(brush.look().ink());
        graphics.setStroke(new BasicStroke(3f));
        graphics.drawLine(0, -900, 0, -44);
        tag(brush);
        var rolled = Ease.both((age - 0.55) / 0.9);
        var shown = oldFen + Math.round((newFen - oldFen) * rolled / 100) * 100;
        price(brush, rolled >= 1 ? newFen : shown);
        if (rolled > 0.4) {
            struck(brush, oldFen);
        }
        graphics.setTransform(before);
    }

    private static void tag(Brush brush) {
        var shape = new Path2D.Double();
        shape.moveTo(-34, -62);
        shape.lineTo(34, -62);
        shape.lineTo(108, -10);
        shape.lineTo(108, 76);
        shape.quadTo(108, 88, 96, 88);
        shape.lineTo(-96, 88);
        shape.quadTo(-108, 88, -108, 76);
        shape.lineTo(-108, -10);
        shape.closePath();
        var graphics = brush.graphics();
        graphics.setColor(new Color(0, 0, 0, 40));
        graphics.translate(5, 9);
        graphics.fill(shape);
        graphics.translate(-5, -9);
        graphics.setPaint(new GradientPaint(0, -60, new Color(0xff5a4d), 0, 90, new Color(0xd91f3c)));
        graphics.fill(shape);
        brush.disc(0, -42, 8, brush.look().paper());
    }

    private static void price(Brush brush, long fen) {
        var yuan = Long.toString(fen / 100);
        var rest = fen % 100 == 0 ? "" : "." + (fen % 100 < 10 ? "0" : "") + fen % 100;
        var wide = brush.textWidth(yuan, 62);
        var all = 28 + wide + brush.textWidth(rest, 32);
        var x = -all / 2;
        brush.text("¥", Pose.at(x + 12, 34, 32), Color.WHITE);
        brush.text(yuan, Pose.at(x + 28 + wide / 2, 22, 62), Color.WHITE);
        if (!rest.isEmpty()) {
            brush.text(rest, Pose.at(x + 30 + wide + brush.textWidth(rest, 32) / 2, 34, 32), Color.WHITE);
        }
    }

    private static void struck(Brush brush, long fen) {
        var text = "¥" + fen / 100 + (fen % 100 == 0 ? "" : "." + fen % 100 / 10);
        brush.text(text, Pose.at(0, 70, 24), new Color(255, 214, 208));
        brush.plate(0, 71, brush.textWidth(text, 24) + 10, 3, 2, new Color(255, 214, 208));
    }

    /** A row of five stars, so many of which are lit. */
    public static void stars(Brush brush, double x, double y, double size, double lit) {
        for (var i = 0; i < 5; i++) {
            var share = Ease.hold(lit - i);
            var cx = x + i * size * 1.12;
            brush.greySprite("2b50", Pose.at(cx, y, size).faded(0.35));
            brush.sprite("2b50", Pose.at(cx, y, size * Ease.back(share)));
        }
    }

    /** A round stamp that comes down hard. */
    public static void stamp(Brush brush, String word, double x, double y, double age) {
        if (age < 0) {
            return;
        }
        var graphics = brush.graphics();
        var before = graphics.getTransform();
        var scale = 1 + 1.6 * (1 - Ease.out(age / 0.22));
        graphics.translate(x, y);
        graphics.rotate(Math.toRadians(-14));
        graphics.scale(scale, scale);
        var red = Soft.clear(new Color(0xd6, 0x24, 0x2c), Ease.hold(age / 0.15));
        graphics.setColor(red);
        graphics.setStroke(new BasicStroke(7f));
        graphics.draw(new Ellipse2D.Double(-74, -74, 148, 148));
        graphics.setStroke(new BasicStroke(2.5f));
        graphics.draw(new Ellipse2D.Double(-62, -62, 124, 124));
        brush.text(word, Pose.at(0, 0, word.length() > 1 ? 50 : 78).faded(age / 0.15), new Color(0xd6, 0x24, 0x2c));
        graphics.setTransform(before);
    }

    /** A round badge with a step's number. */
    public static void badge(Brush brush, String number, double x, double y, double age) {
        var grown = Ease.back((age + 0.15) / 0.35);
        if (grown <= 0) {
            return;
        }
        brush.disc(x + 3, y + 5, 34 * grown, new Color(0, 0, 0, 40));
        brush.disc(x, y, 34 * grown, brush.look().accent());
        brush.text(number, Pose.at(x, y - 1, 40).faded(grown), brush.look().paper());
    }
}
