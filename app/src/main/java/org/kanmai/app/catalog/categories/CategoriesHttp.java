package org.kanmai.app.catalog.categories;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Assortment;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.OwnProducts;
import org.kanmai.app.catalog.categories.Category.Kind;
import org.kanmai.app.catalog.categories.Category.Name;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ProductId;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tree of categories, and where a product stands in it. */
@RestController
class CategoriesHttp {
    private static final int MOST_SAID = 100;

    private final Categories categories;
    private final PlacingStore placing;
    private final Placements placements;
    private final Assortment assortment;
    private final OwnProducts own;
    private final Catalog catalog;
    private final TransactionTemplate whole;

    CategoriesHttp(
            Categories categories,
            PlacingStore placing,
            Placements placements,
            Assortment assortment,
            OwnProducts own,
            Catalog catalog,
            TransactionTemplate whole) {
        this.categories = categories;
        this.placing = placing;
        this.placements = placements;
        this.assortment = assortment;
        this.own = own;
        this.catalog = catalog;
        this.whole = whole;
    }

    /** The whole tree, parents before their children. */
    record Tree(List<Category> items) {}

    /** A category to be; without a parent at the top. */
    record NewCategory(@Nullable Integer parent, Name name) {}

    /** What is to be different; absent parts stay as they are. */
    record CategoryChange(@Nullable Name name, @Nullable Boolean retired) {}

    /** An attribute to be. */
    record NewAttribute(Name name, Kind kind, @Nullable List<Name> choices, boolean required) {}

    /**
     * Where a product stands and what it says of itself.
     *
     * @param category absent while its merchant has chosen none
     * @param attributes values by the ids of attributes; of a choice its Chinese name
     */
    record Placing(@Nullable Integer category, @Nullable Map<Integer, String> attributes) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/categories")
    Tree tree() {
        return new Tree(categories.all());
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/categories")
    @ResponseStatus(HttpStatus.CREATED)
    Category add(@RequestBody NewCategory wish) {
        return categories.add(wish.parent(), wish.name());
    }

    @Allowed(Allowed.To.OPERATOR)
    @PatchMapping("/api/categories/{id}")
    Category change(@PathVariable String id, @RequestBody CategoryChange wish) {
        return categories.change(number(id), wish.name(), wish.retired());
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/categories/{id}/attributes")
    @ResponseStatus(HttpStatus.CREATED)
    Category addAttribute(@PathVariable String id, @RequestBody NewAttribute wish) {
        return categories.addAttribute(
                number(id),
                wish.name(),
                wish.kind(),
                wish.choices() == null ? List.of() : wish.choices(),
                wish.required());
    }

    @Allowed(Allowed.To.OPERATOR)
    @DeleteMapping("/api/categories/{id}/attributes/{key}")
    Category retireAttribute(@PathVariable String id, @PathVariable String key) {
        return categories.retireAttribute(number(id), number(key));
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/products/{id}/category")
    Placing of(@PathVariable ProductId id) {
        if (catalog.product(id).isEmpty()) {
            throw Refusal.notFound("product");
        }
        return placed(id);
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/products/{id}/category")
    Placing own(@PathVariable ProductId id, Viewer viewer) {
        if (own.find(viewer.self(), id).isEmpty()) {
            throw Refusal.notFound("product");
        }
        return placed(id);
    }

    /** Puts a product into a category, with what its attributes say. */
    @Allowed(Allowed.To.MERCHANT)
    @PutMapping("/api/me/products/{id}/category")
    Placing put(@PathVariable ProductId id, @RequestBody Placing wish, Viewer viewer) {
        var said = wish.attributes() == null ? Map.<Integer, String>of() : wish.attributes();
        if (wish.category() == null || said.size() > MOST_SAID) {
            throw Refusal.invalid("category", "must be one of the tree");
        }
        int category = wish.category();
        whole.executeWithoutResult(status -> {
            assortment.opened(viewer.self(), id);
            placements.put(id, category, said);
        });
        return placed(id);
    }

    private Placing placed(ProductId id) {
        return new Placing(placing.of(id).orElse(null), placing.said(id));
    }

    private static int number(String id) {
        if (!id.matches("[0-9]{1,9}")) {
            throw Refusal.notFound("category");
        }
        return Integer.parseInt(id);
    }
}
