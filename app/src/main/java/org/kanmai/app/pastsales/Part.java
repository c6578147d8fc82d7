package org.kanmai.app.pastsales;

import java.util.List;
import java.util.stream.Stream;
import org.kanmai.app.pastsales.Sorted.Kept;
import org.kanmai.app.pastsales.Sorted.Refused;
import org.kanmai.facts.Binary;

/**
 * Some lines of a file that are kept together.
 *
 * @param number 1 for the first of its file
 * @param digest SHA-256 of what the file says in them
 */
record Part(int number, List<Sorted> lines, Binary digest) {
    Part {
        lines = List.copyOf(lines);
    }

    List<Kept> kept() {
        return of(Kept.class).toList();
    }

    List<Refused> refused() {
        return of(Refused.class).toList();
    }

    private <T extends Sorted> Stream<T> of(Class<T> kind) {
        return lines.stream().filter(kind::isInstance).map(kind::cast);
    }
}
