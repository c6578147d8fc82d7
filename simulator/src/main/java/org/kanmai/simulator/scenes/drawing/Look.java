package org.kanmai.simulator.scenes.drawing;

import java.awt.Color;
import java.util.List;

/** A creator's look: the colours of air, light, ground, accents, ink and paper, and the manner of captions. */
public record Look(
        Color air,
        Color light,
        Color ground,
        Color accent,
        Color second,
        Color ink,
        Color paper,
        Manner manner,
        String seal) {

    /** A look from seven colours written "#rrggbb", in the order of the components. */
    public static Look of(Manner manner, String seal, String... colours) {
        if (colours.length != 7) {
            throw new IllegalArgumentException("a look has seven colours, not " + colours.length);
        }
        var c = new Color[colours.length];
        for (var i = 0; i < c.length; i++) {
            c[i] = Color.decode(colours[i]);
        }
        return new Look(c[0], c[1], c[2], c[3], c[4], c[5], c[6], manner, seal);
    }

    /** The same look in other air, light and ground, each written "#rrggbb". */
    public Look toned(List<String> tones) {
        return new Look(
                Color.decode(tones.get(0)),
                Color.decode(tones.get(1)),
                Color.decode(tones.get(2)),
                accent,
                second,
                ink,
                paper,
                manner,
                seal);
    }

    /** Whether the air is so dark that things on it should be light. */
    public boolean dark() {
        return air.getRed() * 3 + air.getGreen() * 6 + air.getBlue() < 1100;
    }

    boolean serif() {
        return manner == Manner.VERTICAL || manner == Manner.EDITORIAL;
    }
}
