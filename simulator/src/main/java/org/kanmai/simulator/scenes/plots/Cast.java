package org.kanmai.simulator.scenes.plots;

import java.util.List;

/** Who plays in a film: pictures by code point in the order that the plot wants, short words to show, and two prices in fen. */
public record Cast(List<String> codes, List<String> notes, long oldFen, long newFen, long seed) {

    public Cast {
        codes = List.copyOf(codes);
        notes = List.copyOf(notes);
    }

    String hero() {
        return codes.getFirst();
    }

    /** The player at a place; beyond the last, the list begins again after the hero. */
    String at(int place) {
        if (place < codes.size()) {
            return codes.get(place);
        }
        return codes.size() == 1 ? codes.getFirst() : codes.get(1 + (place - 1) % (codes.size() - 1));
    }

    String note(int place) {
        return place < notes.size() ? notes.get(place) : "";
    }
}
