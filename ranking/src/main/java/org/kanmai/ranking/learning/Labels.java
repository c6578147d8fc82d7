package org.kanmai.ranking.learning;

import java.util.Arrays;
import org.kanmai.ranking.LayoutReader;
import org.kanmai.ranking.LayoutWriter;
import org.kanmai.ranking.features.Head;
import org.kanmai.ranking.network.Example;

/** A label for each head, in thousandths, so that they are the same after they were written and read. */
final class Labels {
    private static final int WHOLE = 1_000;
    private static final int UNKNOWN = -1;

    private final int[] thousandths;

    private Labels(int[] thousandths) {
        this.thousandths = thousandths;
    }

    /** Returns labels of which none is known. */
    static Labels unknown() {
        int[] none = new int[Head.COUNT];
        Arrays.fill(none, UNKNOWN);
        return new Labels(none);
    }

    boolean isKnown(Head head) {
        return thousandths[head.number()] != UNKNOWN;
    }

    /** Sets a label in [0, 1]. */
    void set(Head head, double label) {
        thousandths[head.number()] = (int) Math.round(Math.clamp(label, 0, 1) * WHOLE);
    }

    void setIfUnknown(Head head, double label) {
        if (!isKnown(head)) {
            set(head, label);
        }
    }

    /** Returns those that are not as they were told, and says that they are told now. */
    Labels untold(Labels told) {
        var news = unknown();
        for (int head = 0; head < thousandths.length; head++) {
            if (thousandths[head] != told.thousandths[head]) {
                news.thousandths[head] = thousandths[head];
                told.thousandths[head] = thousandths[head];
            }
        }
        return news;
    }

    boolean isEmpty() {
        return Arrays.stream(thousandths).allMatch(label -> label == UNKNOWN);
    }

    /** Returns the label of a head, or {@link Example#UNKNOWN}. */
    float of(Head head) {
        return isKnown(head) ? thousandths[head.number()] / (float) WHOLE : Example.UNKNOWN;
    }

    /** Returns a label for each head, or {@link Example#UNKNOWN}. */
    float[] all() {
        float[] labels = new float[thousandths.length];
        for (var head : Head.values()) {
            labels[head.number()] = of(head);
        }
        return labels;
    }

    void write(LayoutWriter out) {
        for (int label : thousandths) {
            out.number(label);
        }
    }

    static Labels read(LayoutReader in) {
        int[] labels = new int[Head.COUNT];
        for (int head = 0; head < labels.length; head++) {
            labels[head] = Math.clamp(in.number(), UNKNOWN, WHOLE);
        }
        return new Labels(labels);
    }
}
