package org.kanmai.ranking.network;

import java.util.List;

/**
 * What a network is told and what it tells; fields are known by name and place.
 *
 * @param viewer fields of the viewer and the moment, the same for all items of a request
 * @param item fields of the item alone; the first names it, and a history consists of its values
 * @param cross fields of viewer and item together
 * @param history most items of a viewer's past that are looked at, the newest first
 * @param tasks what is told: a probability each
 */
public record Shape(List<String> viewer, List<String> item, List<String> cross, int history, List<String> tasks) {
    public Shape {
        viewer = List.copyOf(viewer);
        item = List.copyOf(item);
        cross = List.copyOf(cross);
        tasks = List.copyOf(tasks);
        if (item.isEmpty() || tasks.isEmpty() || history < 0) {
            throw new IllegalArgumentException("a network needs an item field, a task, and a history of 0 or more");
        }
    }
}
