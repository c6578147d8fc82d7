package org.kanmai.simulator.scenes;

import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Lettering;
import org.kanmai.simulator.scenes.drawing.Look;
import org.kanmai.simulator.scenes.drawing.Pictures;
import org.kanmai.simulator.scenes.drawing.Pose;

final class Portrait {

    private static final int SIZE = 256;

    private Portrait() {}

    static byte[] png(String code, Look look, Pictures pictures, Lettering lettering) {
        var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        var brush = new Brush(image, pictures, lettering, look);
        brush.graphics().setPaint(new GradientPaint(0, 0, look.light(), SIZE, SIZE, look.second()));
        brush.graphics().fillRect(0, 0, SIZE, SIZE);
        brush.halo(90, 70, 150, look.paper(), 0.6);
        brush.shadow(128, 222, 170, 0.35);
        brush.sprite(code, Pose.at(128, 132, 190));
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a picture in memory cannot be written", impossible);
        }
        return bytes.toByteArray();
    }
}
