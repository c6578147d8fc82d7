package org.kanmai.simulator.scenes.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * One caption, laid out once and drawn letter by letter. In its text "|" ends a row and "*" begins and ends what is stressed.
 */
public final class Caption {

    private static final double LARGEST = 66;
    private static final double WIDEST = 440;
    private static final double TOP = 118;
    private static final double LEFT = 42;
    private static final double LETTERS_A_SECOND = 26;

    private final Look look;
    private final Lettering lettering;
    private final double size;
    private final List<Letter> letters = new ArrayList<>();
    private final List<Rectangle2D> rows = new ArrayList<>();

    private record Letter(BufferedImage image, double x, double y, int row, int index) {}

    /** Lays out a text for a frame of {@link Brush#WIDTH} in the look's manner. */
    public Caption(String text, Look look, Lettering lettering) {
        this.look = look;
        this.lettering = lettering;
        var lines = List.of(text.split("\\|", -1));
        this.size = fitting(lines);
        var stressed = false;
        for (var row = 0; row < lines.size(); row++) {
            stressed = look.manner() == Manner.VERTICAL
                    ? layColumn(lines.get(row), row, lines.size(), stressed)
                    : layRow(lines.get(row), row, stressed);
        }
    }

    /** The smallest rectangle around all letters at rest, in pixels. */
    public Rectangle2D bounds() {
        var all = new Rectangle2D.Double();
        all.setRect(rows.getFirst());
        for (var row : rows) {
            all.add(row);
        }
        return all;
    }

    /** The height of a letter in pixels. */
    public double size() {
        return size;
    }

    /** Draws the caption at an age in seconds since it came, with so many seconds left until it goes. */
    public void draw(Brush brush, double age, double left) {
        var gone = Ease.in(1 - left / 0.22);
        if (age < -0.2 || gone >= 1) {
            return;
        }
        var graphics = brush.graphics();
        drawBack(brush, graphics, age, gone);
        for (var letter : letters) {
            drawLetter(brush, letter, age, gone);
        }
    }

    private void drawLetter(Brush brush, Letter letter, double age, double gone) {
        var come = (age + 0.12 - letter.index / LETTERS_A_SECOND) / 0.28;
        if (come <= 0) {
            return;
        }
        var shift = slide(letter.row, age, gone);
        if (come >= 1 && gone <= 0) {
            brush.graphics()
                    .drawImage(
                            letter.image,
                            (int) Math.round(letter.x + shift - letter.image.getWidth() / 2.0),
                            (int) Math.round(letter.y - letter.image.getHeight() / 2.0),
                            null);
            return;
        }
        var scale = switch (look.manner()) {
            case OUTLINE, BUBBLE, PLATE -> Ease.back(come);
            case EDITORIAL, VERTICAL, STRIP -> 1.0;
        };
        var lift = switch (look.manner()) {
            case EDITORIAL, VERTICAL -> 22 * (1 - Ease.out(come));
            case OUTLINE, BUBBLE, PLATE, STRIP -> 0.0;
        };
        brush.draw(
                letter.image,
                new Pose(
                        letter.x + shift,
                        letter.y + lift - 26 * gone,
                        letter.image.getWidth() * scale,
                        0,
                        Ease.hold(come * 1.6) * (1 - gone),
                        1,
                        1));
    }

    private double slide(int row, double age, double gone) {
        if (look.manner() != Manner.STRIP) {
            return 0;
        }
        var from = row % 2 == 0 ? -1 : 1;
        return from * 600 * (1 - Ease.out((age + 0.25 - row * 0.08) / 0.4)) - from * 80 * gone;
    }

    private void drawBack(Brush brush, Graphics2D graphics, double age, double gone) {
        var here = Ease.hold((age + 0.2) / 0.25) * (1 - gone);
        switch (look.manner()) {
            case PLATE -> drawPlates(graphics, age, here);
            case STRIP -> drawStrips(graphics, age, gone);
            case BUBBLE -> drawBubble(graphics, Ease.back((age + 0.2) / 0.35), here);
            case EDITORIAL -> drawRule(graphics, age, here);
            case VERTICAL -> drawSeal(brush, here);
            case OUTLINE -> {}
        }
    }

    private void drawPlates(Graphics2D graphics, double age, double here) {
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var wide = (row.getWidth() + 44) * Ease.out((age + 0.22 - i * 0.1) / 0.3);
            graphics.setColor(Soft.clear(i % 2 == 0 ? look.paper() : look.second(), 0.94 * here));
            graphics.fillRoundRect(
                    (int) (row.getCenterX() - wide / 2),
                    (int) row.getY() - 4,
                    (int) wide,
                    (int) row.getHeight() + 8,
                    30,
                    30);
        }
    }

    private void drawStrips(Graphics2D graphics, double age, double gone) {
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var shift = slide(i, age, gone);
            var slant = 16;
            var strip = new Path2D.Double();
            strip.moveTo(row.getX() - 22 + shift + slant, row.getY() - 5);
            strip.lineTo(row.getMaxX() + 22 + shift + slant, row.getY() - 5);
            strip.lineTo(row.getMaxX() + 22 + shift - slant, row.getMaxY() + 5);
            strip.lineTo(row.getX() - 22 + shift - slant, row.getMaxY() + 5);
            strip.closePath();
            graphics.setColor(Soft.clear(i % 2 == 0 ? look.accent() : look.ink(), 0.95 * (1 - gone)));
            graphics.fill(strip);
        }
    }

    private void drawBubble(Graphics2D graphics, double grown, double here) {
        var around = bounds();
        var wide = (around.getWidth() + 60) * grown;
        var tall = (around.getHeight() + 40) * grown;
        var x = around.getCenterX() - wide / 2;
        var y = around.getCenterY() - tall / 2;
        graphics.setColor(Soft.clear(look.ink(), 0.12 * here));
        graphics.fillRoundRect((int) x, (int) y + 8, (int) wide, (int) tall, 56, 56);
        graphics.setColor(Soft.clear(look.paper(), 0.97 * here));
        graphics.fillRoundRect((int) x, (int) y, (int) wide, (int) tall, 56, 56);
        var tail = new Path2D.Double();
        tail.moveTo(around.getCenterX() - 10, y + tall - 2);
        tail.lineTo(around.getCenterX() + 34, y + tall - 2);
        tail.lineTo(around.getCenterX() - 6, y + tall + 34 * grown);
        tail.closePath();
        graphics.fill(tail);
    }

    private void drawRule(Graphics2D graphics, double age, double here) {
        graphics.setColor(Soft.clear(look.accent(), here));
        graphics.fillRect((int) LEFT, (int) TOP - 22, (int) (84 * Ease.out((age + 0.2) / 0.5)), 6);
    }

    private void drawSeal(Brush brush, double here) {
        var graphics = brush.graphics();
        var last = rows.getLast();
        var x = (int) last.getX() + 2;
        var y = (int) last.getMaxY() + 16;
        graphics.setColor(Soft.clear(new Color(0xb3, 0x2d, 0x22), 0.92 * here));
        graphics.fillRoundRect(x, y, 44, 44, 8, 8);
        var style = new Lettering.Style(true, 30, new Color(255, 244, 230), Color.BLACK, 0);
        var sign = lettering.picture(look.seal(), style);
        brush.draw(sign, Pose.at(x + 22, y + 21, sign.getWidth()).faded(here));
    }

    private double fitting(List<String> lines) {
        var unit = new Lettering.Style(look.serif(), 100, look.ink(), look.ink(), 0);
        var widest = lines.stream()
                .mapToDouble(line -> lettering.width(line.replace("*", ""), unit))
                .max()
                .orElse(100);
        return look.manner() == Manner.VERTICAL ? 54 : Math.min(LARGEST, WIDEST / widest * 100);
    }

    private boolean layRow(String line, int row, boolean stressedBefore) {
        var stressed = stressedBefore;
        var plain = style(row, false);
        var wide = lettering.width(line.replace("*", ""), plain);
        var gap = size * (look.manner() == Manner.PLATE || look.manner() == Manner.STRIP ? 1.55 : 1.32);
        var x = look.manner() == Manner.EDITORIAL ? LEFT : (Brush.WIDTH - wide) / 2;
        var y = TOP + row * gap;
        rows.add(new Rectangle2D.Double(x, y, wide, size * 1.25));
        for (var symbol : line.codePoints().mapToObj(Character::toString).toList()) {
            if (symbol.equals("*")) {
                stressed = !stressed;
                continue;
            }
            var advance = lettering.width(symbol, plain);
            var image = lettering.picture(symbol, style(row, stressed));
            letters.add(new Letter(image, x + advance / 2, y + size * 1.25 / 2, row, letters.size()));
            x += advance;
        }
        return stressed;
    }

    private boolean layColumn(String line, int column, int columns, boolean stressedBefore) {
        var stressed = stressedBefore;
        var x = 74 + (columns - 1 - column) * size * 1.4;
        var y = TOP + 10 + column * size * 0.9;
        var top = y;
        for (var symbol : line.codePoints().mapToObj(Character::toString).toList()) {
            if (symbol.equals("*")) {
                stressed = !stressed;
                continue;
            }
            letters.add(new Letter(
                    lettering.picture(symbol, style(column, stressed)), x, y + size * 0.6, column, letters.size()));
            y += size * 1.12;
        }
        rows.add(new Rectangle2D.Double(x - size / 2, top, size, y - top));
        return stressed;
    }

    private Lettering.Style style(int row, boolean stressed) {
        var ink = look.ink();
        return switch (look.manner()) {
            case OUTLINE -> new Lettering.Style(false, size, stressed ? look.accent() : Color.WHITE, ink, size * 0.2);
            case PLATE -> new Lettering.Style(false, size, stressed ? look.accent() : ink, ink, 0);
            case BUBBLE -> new Lettering.Style(false, size, stressed ? look.accent() : ink, ink, 0);
            case STRIP ->
                new Lettering.Style(
                        false,
                        size,
                        row % 2 == 0
                                ? (stressed ? look.paper() : look.ink())
                                : (stressed ? look.accent() : look.paper()),
                        ink,
                        0);
            case EDITORIAL, VERTICAL ->
                new Lettering.Style(
                        true,
                        size,
                        stressed ? look.accent() : look.dark() ? look.paper() : ink,
                        Soft.clear(look.dark() ? look.ink() : look.paper(), 0.55),
                        size * 0.12);
        };
    }
}
