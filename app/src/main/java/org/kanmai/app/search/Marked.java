package org.kanmai.app.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Part of a text in which the question was found, in UTF-16 units. */
record Marked(int from, int to) {

    /** Returns the parts of a text that the question's pieces stand in; neighbours are one part. */
    static List<Marked> in(String text, List<Cut> words) {
        var wanted = words.stream().map(Cut::text).collect(Collectors.toSet());
        var marked = new ArrayList<Marked>();
        for (var cut : Cut.of(text)) {
            if (!wanted.contains(cut.text())) {
                continue;
            }
            var last = marked.isEmpty() ? null : marked.getLast();
            if (last != null && last.to >= cut.from()) {
                marked.set(marked.size() - 1, new Marked(last.from, cut.to()));
            } else {
                marked.add(new Marked(cut.from(), cut.to()));
            }
        }
        return marked;
    }
}
