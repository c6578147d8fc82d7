package org.kanmai.app.catalog.sheets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.categories.Category.Attribute;
import org.kanmai.app.catalog.categories.Placements.Placed;
import org.kanmai.app.catalog.sheets.Fault.Kind;

/** Where the lines of one product put it, and what they say of its attributes: the first line speaks, the others may say the same. */
final class Placing {
    private final Aisles aisles;
    private final Placed now;
    private final SheetLine first;
    private final Map<Integer, Fault> faults = new HashMap<>();
    private final @Nullable Integer category;
    private final Map<Integer, String> said = new HashMap<>();

    Placing(List<SheetLine> lines, Aisles aisles, Placed now) {
        this.aisles = aisles;
        this.now = now;
        this.first = lines.getFirst();
        var wanted = wanted();
        this.category = wanted;
        lines.stream().skip(1).forEach(this::same);
        if (wanted != null) {
            first.attributes().forEach((name, value) -> known(wanted, name, value));
            aisles.attributes(wanted).forEach(this::say);
            if (faults.isEmpty() && changes()) {
                check(wanted);
            }
        } else if (first.attributes().values().stream().anyMatch(value -> !value.isEmpty())) {
            wrong(Fault.wrong("category", "must be named for what it says"));
        }
    }

    /** Returns what is wrong, by the places of lines. */
    Map<Integer, Fault> faults() {
        return faults;
    }

    /** Returns where it is put; absent while it stands nowhere. */
    @Nullable
    Integer category() {
        return category;
    }

    /** Returns what it says, by attributes. */
    Map<Integer, String> said() {
        return Map.copyOf(said);
    }

    /** Returns whether that is something else than what is so. */
    boolean changes() {
        var before = new HashMap<>(now.said());
        if (category != null) {
            before.keySet()
                    .retainAll(aisles.attributes(category).stream()
                            .map(Attribute::id)
                            .toList());
        }
        return category != null && !(Objects.equals(category, now.category()) && before.equals(said));
    }

    private @Nullable Integer wanted() {
        var cell = first.at(Column.CATEGORY);
        if (cell.isEmpty()) {
            return now.category();
        }
        var found = aisles.find(cell);
        if (found.isEmpty()) {
            wrong(Fault.wrong("category", "must be one of the tree, not " + cell));
        }
        return found.orElse(null);
    }

    private void same(SheetLine line) {
        if (!line.at(Column.CATEGORY).isEmpty() && !line.at(Column.CATEGORY).equals(first.at(Column.CATEGORY))) {
            faults.putIfAbsent(line.place(), Fault.of(Kind.DIFFERS, "category"));
        }
        boolean differs = line.attributes().entrySet().stream()
                .anyMatch(each -> !each.getValue().isEmpty()
                        && !each.getValue().equals(first.attributes().get(each.getKey())));
        if (differs) {
            faults.putIfAbsent(line.place(), Fault.of(Kind.DIFFERS, "attributes"));
        }
    }

    private void known(int place, String name, String value) {
        if (!value.isEmpty() && aisles.attribute(place, name).isEmpty()) {
            wrong(new Fault("attributes", Kind.ATTRIBUTE_UNKNOWN, name, null));
        }
    }

    /** What has no column stays as it is. */
    private void say(Attribute attribute) {
        var cell = Aisles.names(attribute)
                .map(first.attributes()::get)
                .filter(Objects::nonNull)
                .findFirst();
        if (cell.isEmpty()) {
            var before = now.said().get(attribute.id());
            if (before != null) {
                said.put(attribute.id(), before);
            }
        } else if (!cell.get().isEmpty()) {
            attribute
                    .kept(cell.get())
                    .ifPresentOrElse(
                            kept -> said.put(attribute.id(), kept),
                            () -> wrong(Fault.of(Kind.ATTRIBUTE_VALUE, attribute)));
        }
    }

    private void check(int place) {
        if (aisles.retired(place)) {
            wrong(Fault.wrong("category", "takes no more products"));
        }
        aisles.attributes(place).stream()
                .filter(each -> each.required() && !said.containsKey(each.id()))
                .findFirst()
                .ifPresent(each -> wrong(Fault.of(Kind.ATTRIBUTE_MISSING, each)));
    }

    private void wrong(Fault fault) {
        faults.putIfAbsent(first.place(), fault);
    }
}
