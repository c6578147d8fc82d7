package org.kanmai.app.catalog.sheets;

import java.util.List;
import java.util.Map;

/**
 * One line of a sheet: one variant of a product.
 *
 * @param place where it stands in the file; the names of the columns are line 1
 * @param attributes what stands in the columns of attributes, by their plain names
 */
record SheetLine(int place, Map<Column, String> cells, Map<String, String> attributes) {
    SheetLine {
        cells = Map.copyOf(cells);
        attributes = Map.copyOf(attributes);
    }

    /** Returns what stands in a column; empty when nothing does. */
    String at(Column column) {
        return cells.getOrDefault(column, "");
    }

    /** Returns the product that it belongs to, as the file names it; a line that names none is a product of its own. */
    String product() {
        return at(Column.PRODUCT).isEmpty() ? "#" + place : at(Column.PRODUCT);
    }

    /** Returns the values of its options, without those at the end that are empty. */
    List<String> values() {
        return filled(Column.VALUES);
    }

    /** Returns the names of its options, without those at the end that are empty. */
    List<String> options() {
        return filled(Column.OPTIONS);
    }

    private List<String> filled(List<Column> columns) {
        var cells = columns.stream().map(this::at).toList();
        int size = cells.size();
        while (size > 0 && cells.get(size - 1).isEmpty()) {
            size--;
        }
        return cells.subList(0, size);
    }
}
