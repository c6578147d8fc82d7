package org.kanmai.simulator.scenes.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Letters as pictures, in a Chinese typeface that this machine has. */
public final class Lettering {

    private static final List<String> SANS = List.of(
            "Noto Sans CJK SC",
            "Noto Sans SC",
            "Source Han Sans SC",
            "PingFang SC",
            "Microsoft YaHei",
            "WenQuanYi Zen Hei",
            "WenQuanYi Micro Hei",
            "Droid Sans Fallback");
    private static final List<String> SERIF =
            List.of("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Songti SC", "SimSun");
    private static final FontRenderContext CONTEXT = new FontRenderContext(new AffineTransform(), true, true);
    private static final int KEPT = 600;

    private final Font sans;
    private final Font serif;
    private final Map<Sign, BufferedImage> drawn = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Sign, BufferedImage> eldest) {
            return size() > KEPT;
        }
    };

    /** How letters look: typeface, size in pixels, colour, and the width in pixels of an edge around them, 0 for none. */
    public record Style(boolean serif, double size, Color colour, Color edge, double edgeWidth) {}

    private record Sign(String text, Style style) {}

    private Lettering(Font sans, Font serif) {
        this.sans = sans;
        this.serif = serif;
    }

    /** The lettering of this machine, or empty when no font here has Chinese characters. */
    public static Optional<Lettering> ofThisMachine() {
        var present = Set.copyOf(
                Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames()));
        var sans = first(SANS, present).or(() -> first(SERIF, present)).or(() -> any(present));
        return sans.map(font -> new Lettering(font, first(SERIF, present).orElse(font)));
    }

    /** The width in pixels of a text in this style, edges not counted. */
    public double width(String text, Style style) {
        return font(style).getStringBounds(text, CONTEXT).getWidth();
    }

    /** A picture of the text; its margin on every side is {@link #margin}. */
    public synchronized BufferedImage picture(String text, Style style) {
        return drawn.computeIfAbsent(new Sign(text, style), this::draw);
    }

    /** The empty space in pixels around a text in its picture. */
    public static int margin(Style style) {
        return (int) Math.ceil(style.edgeWidth() / 2 + 3);
    }

    private BufferedImage draw(Sign sign) {
        var style = sign.style();
        var font = font(style);
        var metrics = font.getLineMetrics(sign.text(), CONTEXT);
        var margin = margin(style);
        var width = (int) Math.ceil(width(sign.text(), style)) + 2 * margin;
        var height = (int) Math.ceil(style.size() * 1.25) + 2 * margin;
        var image = new BufferedImage(Math.max(1, width), height, BufferedImage.TYPE_INT_ARGB_PRE);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        var tall = metrics.getAscent() + metrics.getDescent();
        var base = margin + (style.size() * 1.25 - tall) / 2 + metrics.getAscent();
        var shape = font.createGlyphVector(CONTEXT, sign.text()).getOutline(margin, (float) base);
        if (style.edgeWidth() > 0) {
            graphics.setColor(style.edge());
            graphics.setStroke(
                    new BasicStroke((float) style.edgeWidth(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(shape);
        }
        graphics.setColor(style.colour());
        graphics.fill(shape);
        graphics.dispose();
        return image;
    }

    private Font font(Style style) {
        return (style.serif() ? serif : sans).deriveFont((float) style.size());
    }

    private static Optional<Font> first(List<String> wanted, Set<String> present) {
        return wanted.stream()
                .filter(present::contains)
                .map(Lettering::bold)
                .filter(Lettering::chinese)
                .findFirst();
    }

    private static Optional<Font> any(Set<String> present) {
        return present.stream()
                .sorted()
                .map(Lettering::bold)
                .filter(Lettering::chinese)
                .findFirst();
    }

    private static Font bold(String family) {
        return new Font(family, Font.BOLD, 40);
    }

    private static boolean chinese(Font font) {
        return font.canDisplayUpTo("看买番茄炒蛋颜色") < 0;
    }
}
