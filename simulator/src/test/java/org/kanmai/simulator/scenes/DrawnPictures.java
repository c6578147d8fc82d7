package org.kanmai.simulator.scenes;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import org.kanmai.simulator.scenes.drawing.Pictures;

/** Pictures that need no files: a few shapes that follow from the code point. */
final class DrawnPictures implements Pictures.Source {

    @Override
    public int[] pixels(String code) {
        var random = new SplittableRandom(code.hashCode());
        var image = new BufferedImage(Pictures.SIZE, Pictures.SIZE, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (var i = 0; i < 5; i++) {
            graphics.setColor(Color.getHSBColor((float) random.nextDouble(), 0.7f, 0.9f));
            graphics.fillOval(
                    random.nextInt(140), random.nextInt(140), 40 + random.nextInt(80), 40 + random.nextInt(80));
        }
        graphics.dispose();
        return image.getRGB(0, 0, Pictures.SIZE, Pictures.SIZE, null, 0, Pictures.SIZE);
    }
}
