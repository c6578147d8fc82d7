package org.kanmai.app.catalog.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kanmai.app.catalog.OwnProduct;
import org.kanmai.app.catalog.Product;
import org.kanmai.app.catalog.categories.Category;
import org.kanmai.app.catalog.categories.Category.Attribute;
import org.kanmai.app.catalog.categories.Category.Kind;
import org.kanmai.app.catalog.categories.Category.Name;
import org.kanmai.app.catalog.categories.Placements.Placed;
import org.kanmai.app.web.files.Csv;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;

/** What a sheet says of categories and their attributes. */
class PlacingTests {
    private static final Aisles AISLES = new Aisles(List.of(
            new Category(
                    1,
                    null,
                    new Name("食品", "Food"),
                    List.of(new Attribute(1, new Name("产地", "Origin"), Kind.TEXT, List.of(), true)),
                    false),
            new Category(
                    2,
                    1,
                    new Name("茶", "Tea"),
                    List.of(
                            new Attribute(
                                    3,
                                    new Name("茶类", "Kind of tea"),
                                    Kind.CHOICE,
                                    List.of(new Name("绿茶", "Green"), new Name("红茶", "Black")),
                                    true),
                            new Attribute(4, new Name("净重", "Grams"), Kind.NUMBER, List.of(), false)),
                    false),
            new Category(5, null, new Name("旧物", "Old things"), List.of(), true)));

    private static Placing placing(Placed now, String names, String... lines) {
        var file = "product,title,price,stock," + names + "\n";
        for (var line : lines) {
            file += "a,Tea,1,1," + line + "\n";
        }
        return new Placing(
                SheetFile.read(file.getBytes(UTF_8)).values().iterator().next(), AISLES, now);
    }

    private static Fault fault(Placing placing) {
        return Objects.requireNonNull(placing.faults().get(2));
    }

    @Test
    void aLineNamesCategoryAndAttributesInEitherLanguage() {
        var english =
                placing(Placed.NOWHERE, "category,attribute: kind of tea,attribute:Origin", "Food > Tea,green,Anji");
        assertThat(english.faults()).isEmpty();
        assertThat(english.category()).isEqualTo(2);
        assertThat(english.said()).isEqualTo(Map.of(3, "绿茶", 1, "Anji"));
        var chinese = placing(Placed.NOWHERE, "类目,属性：茶类,属性：产地", "茶,红茶,安吉", ",,");
        assertThat(chinese.faults()).isEmpty();
        assertThat(chinese.said()).isEqualTo(Map.of(3, "红茶", 1, "安吉"));
    }

    @Test
    void whatIsWrongNamesTheAttributeAndWhatItCanBe() {
        var wrong = placing(Placed.NOWHERE, "category,attribute: kind of tea,attribute: origin", "Tea,Purple,Anji");
        assertThat(fault(wrong))
                .isEqualTo(new Fault(
                        "attributes", Fault.Kind.ATTRIBUTE_VALUE, "茶类|Kind of tea|choice|绿茶、红茶|Green, Black", null));
        var missing = placing(Placed.NOWHERE, "category,attribute: kind of tea", "Tea,Green");
        assertThat(fault(missing).kind()).isEqualTo(Fault.Kind.ATTRIBUTE_MISSING);
        assertThat(fault(missing).detail()).startsWith("产地|Origin|text");
        var unknown = placing(Placed.NOWHERE, "category,attribute: size,attribute: origin", "Food,L,Anji");
        assertThat(fault(unknown).kind()).isEqualTo(Fault.Kind.ATTRIBUTE_UNKNOWN);
        var other = placing(Placed.NOWHERE, "category,attribute: origin", "Food,Anji", "Food,Hunan");
        assertThat(other.faults().get(3)).isEqualTo(Fault.of(Fault.Kind.DIFFERS, "attributes"));
        assertThat(fault(placing(Placed.NOWHERE, "category", "Moon")).field()).isEqualTo("category");
        assertThat(fault(placing(Placed.NOWHERE, "category", "Old things")).detail())
                .isEqualTo("takes no more products");
        assertThat(fault(placing(Placed.NOWHERE, "attribute: origin", "Anji")).field())
                .isEqualTo("category");
    }

    @Test
    void whatHasNoColumnStaysAndAnEmptyCellTakesItAway() {
        var now = new Placed(2, Map.of(3, "绿茶", 1, "安吉", 4, "50"));
        assertThat(placing(now, "code", "L1").changes()).isFalse();
        var lighter = placing(now, "attribute: grams", "");
        assertThat(lighter.said()).isEqualTo(Map.of(3, "绿茶", 1, "安吉"));
        assertThat(lighter.changes()).isTrue();
        assertThat(lighter.faults()).isEmpty();
    }

    @Test
    void whatGoesOutComesInAndChangesNothing() {
        var now = new Placed(2, Map.of(3, "红茶", 1, "=安吉", 4, "50"));
        var sku = new Product.Sku(new SkuId(7), List.of(), "", Money.of(1990, "CNY"), 3, null);
        var product = new Product(new ProductId(5), new ShopId(6), "Tea", "", List.of(), List.of(sku), List.of());
        var own = new OwnProduct(product, OwnProduct.State.DRAFT, null, Instant.EPOCH, Instant.EPOCH, null, null);
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            var file = Csv.of(Export.rows(List.of(own), Map.of(product.id(), now), AISLES, language));
            var lines = SheetFile.read(file.getBytes(UTF_8)).values().iterator().next();
            var placing = new Placing(lines, AISLES, now);
            assertThat(placing.faults()).as(file).isEmpty();
            assertThat(placing.category()).isEqualTo(2);
            assertThat(placing.changes()).as(file).isFalse();
        }
    }
}
