package org.kanmai.simulator.scenes.settings;

import java.util.SplittableRandom;
import org.kanmai.simulator.scenes.drawing.Brush;

/** A place in two depths, each painted once: what is far and out of focus, and what is near. */
interface Place {

    /** Paints the far layer, {@link Scenery#FAR_WIDTH} by the frame's height. */
    void far(Brush brush, SplittableRandom random);

    /** Paints the near layer, {@link Scenery#NEAR_WIDTH} wide; its top is {@link Scenery#NEAR_TOP} of the frame. */
    void near(Brush brush, SplittableRandom random);

    /** How far out of focus the far layer is, in pixels. */
    int blur();
}
