package org.kanmai.simulator.scenes.settings;

import org.kanmai.simulator.scenes.drawing.Lettering;
import org.kanmai.simulator.scenes.drawing.Look;
import org.kanmai.simulator.scenes.drawing.Pictures;

/** Where a film happens. */
public enum Setting {
    /** A kitchen with tiles, a shelf and a wooden counter. */
    KITCHEN,
    /** Fields and hills under a wide sky. */
    FARM,
    /** A street at night with lanterns and lit windows. */
    STREET,
    /** A living room with sun on its wall. */
    HOME,
    /** A craftsman's workshop under a lamp. */
    WORKSHOP,
    /** A plain photo studio with arches. */
    STUDIO,
    /** A shop with full shelves. */
    STORE,
    /** Misty mountains over a lake. */
    NATURE,
    /** A beach in the evening sun. */
    TRAVEL,
    /** A stage with beams of light. */
    LIVE;

    /** Paints this place in a look; the seed arranges it. */
    public Scenery paint(Look look, Pictures pictures, Lettering lettering, long seed) {
        return new Scenery(place(), look, pictures, lettering, seed);
    }

    private Place place() {
        return switch (this) {
            case KITCHEN -> new Kitchen();
            case FARM -> new Farm();
            case STREET -> new Street();
            case HOME -> new Home();
            case WORKSHOP -> new Workshop();
            case STUDIO -> new Studio();
            case STORE -> new Store();
            case NATURE -> new Nature();
            case TRAVEL -> new Travel();
            case LIVE -> new Live();
        };
    }
}
