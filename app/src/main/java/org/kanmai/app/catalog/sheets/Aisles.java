package org.kanmai.app.catalog.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.categories.Category;
import org.kanmai.app.catalog.categories.Category.Attribute;

/** The tree of categories as a sheet names it: {@code 食品饮料 > 茶}, in either language, or by its last name where that is one's alone. */
final class Aisles {
    private static final String BELOW = " > ";
    private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);
    private static final int AMBIGUOUS = -1;

    private final Map<Integer, Category> tree = new HashMap<>();
    private final Map<String, Integer> named = new HashMap<>();

    Aisles(List<Category> all) {
        all.forEach(each -> tree.put(each.id(), each));
        var lastNames = new HashMap<String, Integer>();
        for (var category : all) {
            for (var language : LANGUAGES) {
                named.put(Column.plain(name(category.id(), language)), category.id());
                lastNames.merge(
                        Column.plain(category.name().in(language)),
                        category.id(),
                        (one, other) -> one.equals(other) ? one : AMBIGUOUS);
            }
        }
        lastNames.forEach((name, id) -> {
            if (id != AMBIGUOUS) {
                named.putIfAbsent(name, id);
            }
        });
    }

    /** Returns the category that a cell names. */
    Optional<Integer> find(String cell) {
        return Optional.ofNullable(named.get(Column.plain(cell.replace('＞', '>'))));
    }

    /** Returns the name of a category with those that it lies in. */
    String name(int category, Locale language) {
        return path(category).stream().map(each -> each.name().in(language)).collect(Collectors.joining(BELOW));
    }

    /** Returns what products of a category say, those of the categories above first. */
    List<Attribute> attributes(int category) {
        return path(category).stream()
                .flatMap(each -> each.attributes().stream())
                .toList();
    }

    /** Returns whether a category, or one that it lies in, takes no more products. */
    boolean retired(int category) {
        return path(category).stream().anyMatch(Category::retired);
    }

    /** Returns the attribute of a category that a column is about. */
    Optional<Attribute> attribute(int category, String plainName) {
        return attributes(category).stream()
                .filter(each -> names(each).anyMatch(plainName::equals))
                .findFirst();
    }

    static Stream<String> names(Attribute attribute) {
        return LANGUAGES.stream().map(language -> Column.plain(attribute.name().in(language)));
    }

    private List<Category> path(@Nullable Integer id) {
        var path = new ArrayList<Category>();
        for (var each = tree.get(id); each != null && path.size() < tree.size(); each = tree.get(each.parent())) {
            path.addFirst(each);
        }
        return path;
    }
}
