package org.kanmai.simulator.town;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lines over one axis as a picture in SVG, readable in print and in colour. */
final class Chart {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 60;
    private static final int TOP = 40;
    private static final int PLOT_WIDTH = 440;
    private static final int PLOT_HEIGHT = 330;
    private static final List<String> COLOURS = List.of(
            "#0b6e4f", "#c2410c", "#1d4ed8", "#7e22ce", "#a16207", "#be123c", "#0e7490", "#4d7c0f", "#525252",
            "#db2777");
    private static final List<String> DASHES = List.of("", "6 3", "2 3", "9 3 2 3");

    private Chart() {}

    /** Draws each list as a line from left to right; the names stand beside them. */
    static String lines(String title, String across, Map<String, List<Double>> lines) {
        double most = lines.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        double top = most > 0 ? most : 1;
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n",
                WIDTH,
                HEIGHT));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        text(svg, LEFT, 22, title);
        text(svg, LEFT, TOP + PLOT_HEIGHT + 34, across);
        axis(svg, top);
        int number = 0;
        for (var line : lines.entrySet()) {
            line(svg, number++, line.getKey(), line.getValue(), top);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void axis(StringBuilder svg, double top) {
        for (int step = 0; step <= 4; step++) {
            double y = TOP + PLOT_HEIGHT * (1 - step / 4.0);
            svg.append(String.format(
                    Locale.ROOT, "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>%n", LEFT, y, LEFT + PLOT_WIDTH));
            text(svg, 8, (int) y + 4, String.format(Locale.ROOT, "%.3g", top * step / 4));
        }
    }

    private static void line(StringBuilder svg, int number, String name, List<Double> values, double top) {
        var colour = COLOURS.get(number % COLOURS.size());
        svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"").append(colour);
        svg.append("\" stroke-dasharray=\"")
                .append(DASHES.get(number % DASHES.size()))
                .append("\" points=\"");
        for (int place = 0; place < values.size(); place++) {
            double x = LEFT + PLOT_WIDTH * (values.size() == 1 ? 0 : place / (values.size() - 1.0));
            double y = TOP + PLOT_HEIGHT * (1 - values.get(place) / top);
            svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        svg.append("\"/>\n");
        int y = TOP + 14 + 22 * number;
        svg.append(String.format(
                Locale.ROOT, "<path d=\"M%d %dh24\" stroke=\"%s\" stroke-width=\"2\"/>%n", WIDTH - 245, y - 4, colour));
        text(svg, WIDTH - 214, y, name);
    }

    private static void text(StringBuilder svg, int x, int y, String text) {
        svg.append("<text x=\"").append(x).append("\" y=\"").append(y).append("\">");
        svg.append(text.replace("&", "&amp;").replace("<", "&lt;")).append("</text>\n");
    }

    /** A point of a picture; what is best is filled. */
    record Mark(String name, double across, double up, boolean filled) {}

    /** Draws points with their names beside the picture, in order. */
    static String marks(String title, String across, List<Mark> marks) {
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n",
                WIDTH,
                HEIGHT));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        text(svg, LEFT, 22, title);
        text(svg, LEFT, TOP + PLOT_HEIGHT + 34, across);
        double top = marks.stream().mapToDouble(Mark::up).max().orElse(1);
        double left = marks.stream().mapToDouble(Mark::across).min().orElse(0);
        double right = marks.stream().mapToDouble(Mark::across).max().orElse(1);
        axis(svg, top);
        text(svg, LEFT, TOP + PLOT_HEIGHT + 18, String.format(Locale.ROOT, "%.3g", left));
        text(svg, LEFT + PLOT_WIDTH - 20, TOP + PLOT_HEIGHT + 18, String.format(Locale.ROOT, "%.3g", right));
        for (int number = 0; number < marks.size(); number++) {
            var mark = marks.get(number);
            double x = LEFT + PLOT_WIDTH * (mark.across() - left) / Math.max(1e-9, right - left);
            double y = TOP + PLOT_HEIGHT * (1 - mark.up() / Math.max(1e-9, top));
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" stroke=\"#0b6e4f\" fill=\"%s\"/>%n",
                    x,
                    y,
                    mark.filled() ? "#0b6e4f" : "#fff"));
            text(svg, (int) x + 7, (int) y - 5, "" + (number + 1));
            text(svg, WIDTH - 245, TOP + 14 + 22 * number, (number + 1) + " " + mark.name());
        }
        return svg.append("</svg>\n").toString();
    }
}
