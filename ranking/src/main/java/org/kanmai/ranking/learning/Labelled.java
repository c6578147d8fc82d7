package org.kanmai.ranking.learning;

import org.kanmai.ranking.LayoutReader;
import org.kanmai.ranking.LayoutWriter;
import org.kanmai.ranking.features.ItemIds;
import org.kanmai.ranking.features.ViewerIds;
import org.kanmai.ranking.network.Example;

/**
 * An exposure as it was scored, with what is known of it by head; what is not known is {@link Example#UNKNOWN}.
 *
 * @param heardMillis when its viewer did the last of this, in milliseconds since 1970; 0 of what nobody did now
 */
record Labelled(ViewerIds viewer, ItemIds item, Labels labels, long heardMillis) {

    /** Returns what a network learns from. */
    Example example() {
        return new Example(viewer.fields(), viewer.history(), item.item(), item.cross(), labels.all());
    }

    void write(LayoutWriter out) {
        viewer.write(out);
        item.write(out);
        labels.write(out);
        out.number(heardMillis);
    }

    static Labelled read(LayoutReader in) {
        return new Labelled(ViewerIds.read(in), ItemIds.read(in), Labels.read(in), in.number());
    }
}
