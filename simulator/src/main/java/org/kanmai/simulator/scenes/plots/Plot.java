package org.kanmai.simulator.scenes.plots;

import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.settings.Scenery;

/** Draws the players of one film at any moment of it. */
interface Plot {

    double GROUND = Scenery.GROUND;
    double MIDDLE = Brush.WIDTH / 2.0;

    /** Draws what happens at a moment. */
    void draw(Brush brush, Cast cast, Moment now);
}
