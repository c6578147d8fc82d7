package org.kanmai.simulator.scenes.drawing;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws on one frame: sprites with their shadows, light, plates and short texts. */
public final class Brush {

    /** Width of a frame in pixels. */
    public static final int WIDTH = 540;

    /** Height of a frame in pixels. */
    public static final int HEIGHT = 960;

    private static final Color SHADE = new Color(30, 18, 30);

    private final Graphics2D graphics;
    private final Pictures pictures;
    private final Lettering lettering;
    private final Look look;
    private final Map<Color, BufferedImage> lights = new HashMap<>();
    private final Map<Color, BufferedImage> fans = new HashMap<>();
    private final @Nullable Blitter blitter;

    /** A brush on a canvas of {@link #WIDTH} by {@link #HEIGHT}, or wider. */
    public Brush(BufferedImage canvas, Pictures pictures, Lettering lettering, Look look) {
        this.graphics = canvas.createGraphics();
        this.pictures = pictures;
        this.lettering = lettering;
        this.look = look;
        this.blitter = canvas.getType() == BufferedImage.TYPE_INT_RGB ? new Blitter(canvas) : null;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** The look that this brush paints in. */
    public Look look() {
        return look;
    }

    /** The canvas itself, for shapes that have no word here. */
    public Graphics2D graphics() {
        return graphics;
    }

    /** Draws a picture by its code point. */
    public void sprite(String code, Pose pose) {
        draw(pictures.of(code, pose.size()), pose);
    }

    /** Draws a picture without its colours. */
    public void greySprite(String code, Pose pose) {
        draw(pictures.grey(code, pose.size()), pose);
    }

    /** Draws a picture that stands on the ground: its shadow first, smaller and lighter the higher it is above the ground line. */
    public void standing(String code, Pose pose, double ground) {
        var height = Math.max(0, ground - (pose.y() + pose.size() * pose.tall() / 2));
        var near = Math.max(0.15, 1 - height / 420);
        shadow(pose.x(), ground, pose.size() * 0.9 * near * Math.abs(pose.wide()), 0.42 * near * pose.opacity());
        sprite(code, pose);
    }

    /** A soft flat shadow on the ground. */
    public void shadow(double x, double y, double width, double opacity) {
        glow(x, y, width * 0.625, width * 0.15, SHADE, opacity);
    }

    /** A round glow of light. */
    public void halo(double x, double y, double radius, Color colour, double opacity) {
        glow(x, y, radius, radius, colour, opacity);
    }

    private void glow(double x, double y, double wide, double tall, Color colour, double opacity) {
        if (opacity < 0.01 || wide < 1) {
            return;
        }
        if (blitter != null && graphics.getTransform().isIdentity()) {
            blitter.glow(x, y, wide, tall, colour.getRGB(), opacity);
            return;
        }
        var light = lights.computeIfAbsent(colour, Soft::light);
        draw(light, new Pose(x, y, wide * 2, 0, Math.min(1, opacity), 1, tall / wide));
    }

    /** Turning rays of light from a point. */
    public void rays(double x, double y, double radius, double turn, Color colour, double opacity) {
        var fan = fans.computeIfAbsent(colour, Soft::rays);
        draw(fan, Pose.at(x, y, radius * 2).turned(turn).faded(opacity));
    }

    /** A plate with round corners about a centre. */
    public void plate(double x, double y, double width, double height, double corner, Color colour) {
        graphics.setColor(colour);
        graphics.fill(new java.awt.geom.RoundRectangle2D.Double(
                x - width / 2, y - height / 2, width, height, corner, corner));
    }

    /** A disc about a centre. */
    public void disc(double x, double y, double radius, Color colour) {
        graphics.setColor(colour);
        graphics.fill(new java.awt.geom.Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2));
    }

    /** A short text about a centre, in pixels of height, without an edge. */
    public void text(String text, Pose pose, Color colour) {
        text(text, pose, colour, look.ink(), 0);
    }

    /** A short text about a centre, with an edge around its letters. */
    public void text(String text, Pose pose, Color colour, Color edge, double edgeWidth) {
        var style = new Lettering.Style(false, Math.max(8, Math.round(pose.size())), colour, edge, edgeWidth);
        var image = lettering.picture(text, style);
        draw(
                image,
                new Pose(pose.x(), pose.y(), image.getWidth(), pose.turn(), pose.opacity(), pose.wide(), pose.tall()));
    }

    /** The width in pixels of a text that {@link #text} draws. */
    public double textWidth(String text, double size) {
        return lettering.width(text, new Lettering.Style(false, Math.round(size), look.ink(), look.ink(), 0));
    }

    void draw(BufferedImage image, Pose pose) {
        if (pose.opacity() < 0.01 || pose.size() < 1) {
            return;
        }
        var scale = pose.size() / image.getWidth();
        var transform = new AffineTransform();
        transform.translate(pose.x(), pose.y());
        transform.rotate(Math.toRadians(pose.turn()));
        transform.scale(scale * pose.wide(), scale * pose.tall());
        transform.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        if (blitter != null) {
            transform.preConcatenate(graphics.getTransform());
            blitter.picture(image, transform, pose.opacity());
            return;
        }
        var before = graphics.getComposite();
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) Math.min(1, pose.opacity())));
        graphics.drawImage(image, transform, null);
        graphics.setComposite(before);
    }
}
