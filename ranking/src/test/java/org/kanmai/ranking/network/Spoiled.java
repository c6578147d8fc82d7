package org.kanmai.ranking.network;

import java.util.Arrays;

/** Snapshots with weights that are no numbers. */
public final class Spoiled {
    private Spoiled() {}

    /** Returns a snapshot as it is but for its dense weights. */
    public static Snapshot of(Snapshot sound) {
        var spoiled = sound.copy(sound.section());
        Arrays.fill(spoiled.dense, Float.NaN);
        return spoiled;
    }
}
