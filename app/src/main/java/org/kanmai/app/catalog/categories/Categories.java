package org.kanmai.app.catalog.categories;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.categories.Category.Attribute;
import org.kanmai.app.catalog.categories.Category.Kind;
import org.kanmai.app.catalog.categories.Category.Name;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.ProductId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tree of categories, kept by operators; no deeper than three, and no larger than fits on a page. */
@Component
public class Categories {
    private static final int DEEPEST = 3;
    private static final int MOST = 1_000;
    private static final int MOST_ATTRIBUTES = 20;
    private static final int MOST_CHOICES = 50;
    private static final int LONGEST_NAME = 40;

    private final CategoryStore store;
    private final PlacingStore placing;

    Categories(CategoryStore store, PlacingStore placing) {
        this.store = store;
        this.placing = placing;
    }

    /** Returns all categories, parents before their children. */
    public List<Category> all() {
        return store.all();
    }

    /** Returns the category of each product that has one, before it those that it lies in, from the top. */
    public Map<ProductId, List<Integer>> paths(Collection<ProductId> products) {
        var of = placing.of(products);
        if (of.isEmpty()) {
            return Map.of();
        }
        var tree = tree();
        var paths = new LinkedHashMap<ProductId, List<Integer>>();
        of.forEach((product, category) -> paths.put(
                product, path(tree, category).stream().map(Category::id).toList()));
        return paths;
    }

    /** Returns what products say by choosing, of attributes that are in use: values, which are Chinese names, by attributes. */
    public Map<ProductId, Map<Integer, String>> chosen(Collection<ProductId> products) {
        var said = placing.said(products);
        if (said.isEmpty()) {
            return Map.of();
        }
        var choices = tree().values().stream()
                .flatMap(each -> each.attributes().stream())
                .filter(attribute -> attribute.kind() == Kind.CHOICE)
                .map(Attribute::id)
                .collect(Collectors.toSet());
        said.values().forEach(values -> values.keySet().retainAll(choices));
        return said;
    }

    private Map<Integer, Category> tree() {
        return store.all().stream().collect(Collectors.toMap(Category::id, Function.identity()));
    }

    private static List<Category> path(Map<Integer, Category> tree, @Nullable Integer id) {
        var path = new ArrayList<Category>();
        for (var each = tree.get(id); each != null && path.size() <= DEEPEST; each = tree.get(each.parent())) {
            path.addFirst(each);
        }
        return path;
    }

    /** Adds a category below another, or at the top. */
    @Transactional
    public Category add(@Nullable Integer parent, Name name) {
        var tree = tree();
        if (parent != null && !tree.containsKey(parent)) {
            throw Refusal.notFound("category");
        }
        if (tree.size() >= MOST || path(tree, parent).size() >= DEEPEST) {
            throw Refusal.conflict(
                    "tree-too-large",
                    "The tree is full",
                    "A tree has three levels and " + MOST + " categories at most.");
        }
        try {
            return one(store.add(parent, checked(name)));
        } catch (DuplicateKeyException taken) {
            throw taken();
        }
    }

    /** Gives a category another name, or takes it out of use; absent parts stay as they are. */
    @Transactional
    public Category change(int id, @Nullable Name name, @Nullable Boolean retired) {
        var now = one(id);
        try {
            store.save(id, name == null ? now.name() : checked(name), retired == null ? now.retired() : retired);
        } catch (DuplicateKeyException taken) {
            throw taken();
        }
        return one(id);
    }

    /** Adds an attribute to a category; products that are there already need not say it before they change. */
    @Transactional
    public Category addAttribute(int id, Name name, Kind kind, List<Name> choices, boolean required) {
        if (one(id).attributes().size() >= MOST_ATTRIBUTES || choices.size() > MOST_CHOICES) {
            throw Refusal.conflict(
                    "tree-too-large", "The tree is full", "A category has at most 20 attributes of 50 choices.");
        }
        if ((kind == Kind.CHOICE) == choices.isEmpty()) {
            throw Refusal.invalid("choices", "must be there for a choice, and only for it");
        }
        var checked = choices.stream().map(Categories::checked).toList();
        if (checked.stream().map(Name::zh).distinct().count() < checked.size()) {
            throw Refusal.invalid("choices", "must each be another one");
        }
        store.addAttribute(id, checked(name), kind, checked, required);
        return one(id);
    }

    /** Takes an attribute out of use; what products say stays with them. */
    @Transactional
    public Category retireAttribute(int id, int attribute) {
        if (!store.retireAttribute(id, attribute)) {
            throw Refusal.notFound("attribute");
        }
        return one(id);
    }

    /**
     * Returns what a product of a category says, if it may: values of its attributes and of those above it.
     *
     * @param said values by attributes; of a choice its Chinese name
     */
    Map<Integer, String> checked(int category, Map<Integer, String> said) {
        var path = path(tree(), category);
        if (path.isEmpty() || path.stream().anyMatch(Category::retired)) {
            throw Refusal.invalid("category", "takes no products");
        }
        var known = path.stream().flatMap(each -> each.attributes().stream()).toList();
        var values = new LinkedHashMap<Integer, String>();
        for (var attribute : known) {
            var value = said.getOrDefault(attribute.id(), "").strip();
            if (value.isEmpty() && attribute.required()) {
                throw Refusal.invalid(
                        "attributes", "must say " + attribute.name().en());
            }
            if (!value.isEmpty()) {
                values.put(attribute.id(), allowed(attribute, value));
            }
        }
        if (!known.stream().map(Attribute::id).toList().containsAll(said.keySet())) {
            throw Refusal.invalid("attributes", "must be those of the category");
        }
        return values;
    }

    private static String allowed(Attribute attribute, String value) {
        return attribute
                .kept(value)
                .orElseThrow(
                        () -> Refusal.invalid("attributes", attribute.name().en() + " can't be that"));
    }

    private Category one(int id) {
        return store.all().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("category"));
    }

    private static Name checked(Name name) {
        return new Name(text(name.zh()), text(name.en()));
    }

    private static String text(String sent) {
        var text = sent.strip();
        if (text.isEmpty() || text.length() > LONGEST_NAME || text.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("name", "must have 1-" + LONGEST_NAME + " characters in both languages");
        }
        return text;
    }

    private static Refusal taken() {
        return Refusal.conflict("name-taken", "The name is taken", "There is one of this name beside it.");
    }
}
