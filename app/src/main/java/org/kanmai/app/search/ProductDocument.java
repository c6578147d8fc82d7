package org.kanmai.app.search;

import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.kanmai.app.catalog.Product;
import org.kanmai.facts.ProductId;

/**
 * A product as it lies in the index; a change of what is written here needs a new {@link #LAYOUT}.
 *
 * @param shop the name of its shop
 * @param sold how many units were sold lately
 * @param categories its category, and before it those that this one lies in; empty without one
 * @param said what it says of itself by choosing
 */
record ProductDocument(Product product, String shop, long sold, List<Integer> categories, List<Said> said) {
    static final String LAYOUT = "4";
    static final String ID = "id";
    static final String TITLE = "title";
    static final String PAIRS = "pairs";
    static final String SHOP_NAME = "shop-name";
    static final String BODY = "body";
    static final String SHOP = "shop";
    static final String PRICE = "price";
    static final String CURRENCY = "currency";
    static final String FREE = "free";
    static final String SOLD = "sold";
    static final String CATEGORY = "category";
    static final String SAID = "said";
    static final String PRINT = "print";

    ProductDocument {
        categories = List.copyOf(categories);
        said = List.copyOf(said);
    }

    static Term key(ProductId product) {
        return new Term(ID, product.toString());
    }

    Document document() {
        var document = new Document();
        var title = Cut.of(product.title());
        document.add(new StringField(ID, product.id().toString(), Field.Store.NO));
        document.add(new NumericDocValuesField(ID, product.id().value()));
        document.add(new LongPoint(ID, product.id().value()));
        document.add(new TextField(TITLE, new CutStream(title)));
        document.add(new TextField(PAIRS, new CutStream(Cut.pairs(title))));
        document.add(new TextField(SHOP_NAME, new CutStream(Cut.of(shop))));
        document.add(new TextField(BODY, new CutStream(Cut.pairs(Cut.of(body())))));
        document.add(new LongPoint(SHOP, product.shop().value()));
        document.add(new NumericDocValuesField(SHOP, product.shop().value()));
        prices().forEach(minor -> document.add(new LongPoint(PRICE, minor)));
        document.add(new NumericDocValuesField(PRICE, lowest()));
        document.add(new IntPoint(CURRENCY, currency()));
        document.add(new NumericDocValuesField(CURRENCY, currency()));
        document.add(new IntPoint(FREE, free()));
        document.add(new NumericDocValuesField(FREE, free()));
        document.add(new NumericDocValuesField(SOLD, sold));
        categories.forEach(category -> document.add(new IntPoint(CATEGORY, category)));
        if (!categories.isEmpty()) {
            document.add(new NumericDocValuesField(CATEGORY, categories.getLast()));
        }
        said.forEach(each -> {
            document.add(new StringField(SAID, each.toString(), Field.Store.NO));
            document.add(new SortedSetDocValuesField(SAID, new BytesRef(each.toString())));
        });
        document.add(new NumericDocValuesField(PRINT, print()));
        return document;
    }

    /** Returns a number that is another one when the document would be. */
    long print() {
        var parts = List.of(
                product.title(), body(), shop, product.shop(), prices(), currency(), free(), sold, categories, said);
        return parts.stream().mapToLong(Object::hashCode).reduce(1, (print, next) -> print * 1_000_003 + next);
    }

    private String body() {
        var choices = product.skus().stream().flatMap(sku -> sku.options().stream());
        return Stream.concat(Stream.of(product.description()), Stream.concat(product.options().stream(), choices))
                .distinct()
                .reduce("", (body, text) -> body + "\n" + text);
    }

    private List<Long> prices() {
        return product.skus().stream()
                .map(sku -> sku.price().minor())
                .distinct()
                .toList();
    }

    private long lowest() {
        return prices().stream().mapToLong(minor -> minor).min().orElse(0);
    }

    private int currency() {
        return product.skus().isEmpty()
                ? 0
                : product.skus().getFirst().price().currency().getNumericCode();
    }

    private int free() {
        return product.skus().stream().anyMatch(sku -> sku.free() > 0) ? 1 : 0;
    }
}
