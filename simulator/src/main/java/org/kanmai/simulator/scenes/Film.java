package org.kanmai.simulator.scenes;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Caption;
import org.kanmai.simulator.scenes.drawing.Lettering;
import org.kanmai.simulator.scenes.drawing.Pictures;
import org.kanmai.simulator.scenes.plots.Moment;
import org.kanmai.simulator.scenes.settings.Scenery;

/** One film as it is drawn: any frame of it, onto one canvas. */
public final class Film {

    private final Script script;
    private final BufferedImage canvas = new BufferedImage(Brush.WIDTH, Brush.HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Brush brush;
    private final Scenery scenery;
    private final List<Caption> captions;

    Film(Script script, Pictures pictures, Lettering lettering) {
        this.script = script;
        this.brush = new Brush(canvas, pictures, lettering, script.look());
        this.scenery = script.setting().paint(script.look(), pictures, lettering, script.seed());
        this.captions = script.captions().stream()
                .map(text -> new Caption(text, script.look(), lettering))
                .toList();
    }

    /** How many frames there are, {@link Studio#RATE} a second. */
    public int frames() {
        return (int) (script.seconds() * Studio.RATE);
    }

    /** Draws a frame; the image is the canvas and changes with the next call. */
    public BufferedImage draw(int frame) {
        var now = new Moment(
                frame / (double) Studio.RATE,
                script.music().beatSeconds(),
                script.music().pulse());
        scenery.paint(canvas, brush.graphics(), script.plot().pan(now));
        script.plot().draw(brush, script.cast(), now);
        var early = now.beat() == 0 ? 0.45 : 0;
        captions.get(now.beat()).draw(brush, now.age() + early, now.left());
        return canvas;
    }

    /** The captions as they are laid out, one a beat. */
    public List<Caption> captions() {
        return captions;
    }

    /** Copies the canvas as blue, green, red and an unused byte a pixel. */
    void copy(byte[] bytes) {
        var pixels = ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(pixels);
    }
}
