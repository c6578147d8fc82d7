package org.kanmai.app.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.app.catalog.Product;
import org.kanmai.app.search.ProductFinding.Found;
import org.kanmai.app.search.ProductFinding.Hit;
import org.kanmai.app.search.ProductWish.Sort;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;

@Tag("TD-57")
class ProductFindingTests {
    private static final ShopId TEA_SHOP = new ShopId(900);
    private static final ShopId PHONE_SHOP = new ShopId(901);
    private static final Currency YUAN = Currency.getInstance("CNY");

    @TempDir
    private Path folder;

    private SearchIndex index;
    private long ids;

    @BeforeEach
    void open() {
        index = SearchIndex.open(folder.resolve("search"), ProductDocument.LAYOUT);
        ids = 1;
    }

    @AfterEach
    void close() {
        index.close();
    }

    private ProductId put(String title, String description, ShopId shop, long minor, int free) {
        return put(title, description, shop, minor, free, 0);
    }

    private ProductId put(String title, String description, ShopId shop, long minor, int free, long sold) {
        return put(title, description, shop, minor, free, sold, List.of());
    }

    private ProductId put(
            String title, String description, ShopId shop, long minor, int free, long sold, List<Integer> categories) {
        var id = new ProductId(ids++);
        var sku = new Product.Sku(new SkuId(id.value()), List.of(), "", Money.of(minor, "CNY"), free, null);
        var product = new Product(id, shop, title, description, List.of(), List.of(sku), List.of());
        return put(product, sold, categories, List.of());
    }

    private ProductId put(Product product, long sold, List<Integer> categories, List<Said> said) {
        var id = product.id();
        var seller = product.shop().equals(TEA_SHOP) ? "山间茶铺" : "数码港";
        var document = new ProductDocument(product, seller, sold, categories, said);
        index.put(ProductDocument.key(id), document.document());
        index.refresh();
        return id;
    }

    private ProductId tea(String title) {
        return put(title, "", TEA_SHOP, 9_900, 5);
    }

    private static ProductWish wish(String question) {
        return wish(question, null, 0, ProductWish.highest(), false, Sort.RELEVANCE);
    }

    private static ProductWish wish(
            String question, @Nullable ShopId shop, long min, long max, boolean inStock, Sort sort) {
        return new ProductWish(
                ProductWish.words(question),
                question.isBlank(),
                shop,
                null,
                List.of(),
                min,
                max,
                YUAN,
                inStock,
                sort,
                null,
                50);
    }

    private Found found(ProductWish wish) {
        return index.look(searcher -> ProductFinding.find(searcher, wish));
    }

    private List<ProductId> find(ProductWish wish) {
        return found(wish).hits().stream().map(Hit::product).toList();
    }

    @Test
    void aCategoryHoldsWhatLiesInItAndEachIsCountedOnce() {
        var green = put("明前龙井", "", TEA_SHOP, 9_900, 5, 0, List.of(1, 2));
        put("红富士苹果", "", TEA_SHOP, 990, 5, 0, List.of(1, 3));
        put("手机壳", "", TEA_SHOP, 1_990, 5, 0, List.of());
        var food = new ProductWish(
                ProductWish.words(""),
                true,
                null,
                1,
                List.of(),
                0,
                ProductWish.highest(),
                YUAN,
                false,
                Sort.NEWEST,
                null,
                50);
        var tea = new ProductWish(
                ProductWish.words(""),
                true,
                null,
                2,
                List.of(),
                0,
                ProductWish.highest(),
                YUAN,
                false,
                Sort.NEWEST,
                null,
                50);
        assertThat(find(food)).hasSize(2);
        assertThat(find(tea)).containsExactly(green);
        assertThat(found(tea).facets().categories())
                .containsExactly(new ProductFacets.OfCategory(2, 1), new ProductFacets.OfCategory(3, 1));
    }

    private ProductId saying(String title, Said... said) {
        var id = new ProductId(ids++);
        var sku = new Product.Sku(new SkuId(id.value()), List.of(), "", Money.of(990, "CNY"), 1, null);
        var product = new Product(id, TEA_SHOP, title, "", List.of(), List.of(sku), List.of());
        return put(product, 0, List.of(1), List.of(said));
    }

    private static ProductWish saying(List<Said> said) {
        return new ProductWish(
                ProductWish.words(""),
                true,
                null,
                null,
                said,
                0,
                ProductWish.highest(),
                YUAN,
                false,
                Sort.NEWEST,
                null,
                50);
    }

    @Test
    void whatProductsSayIsCountedAndAllThatIsAskedForMustBeSaid() {
        var green = new Said(3, "绿茶");
        var spring = new Said(4, "春=夏");
        var both = saying("明前龙井", green, spring);
        var one = saying("碧螺春", green);
        saying("金骏眉", new Said(3, "红茶"));
        assertThat(find(saying(List.of(green)))).containsExactly(one, both);
        assertThat(find(saying(List.of(green, Said.parse("4=春=夏"))))).containsExactly(both);
        assertThat(find(saying(List.of(new Said(3, "绿"))))).isEmpty();
        assertThat(found(saying(List.of(spring))).facets().said())
                .as("whichever of them are chosen")
                .containsExactly(
                        new ProductFacets.OfSaid(3, "绿茶", 2),
                        new ProductFacets.OfSaid(3, "红茶", 1),
                        new ProductFacets.OfSaid(4, "春=夏", 1));
        for (var text : List.of("", "=绿茶", "3=", "x=绿茶", "3", "1234567890=a", "3=a\n")) {
            assertThatThrownBy(() -> Said.parse(text)).as(text).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void peopleFindWhatTheyAskFor() {
        Map<String, ProductId> titles = new LinkedHashMap<>();
        for (var title : List.of(
                "苹果手机壳iPhone15透明防摔",
                "红富士苹果5斤装新鲜水果",
                "柳州正宗螺蛳粉袋装",
                "跑步鞋男透气缓震",
                "法式碎花长裙连衣裙",
                "防晒霜SPF50户外军训",
                "电饭煲智能预约4L家用")) {
            titles.put(title, put(title, "", PHONE_SHOP, 1_000, 1));
        }
        Map<String, String> asked = Map.of(
                "手机壳", "苹果手机壳iPhone15透明防摔",
                "苹果 水果", "红富士苹果5斤装新鲜水果",
                "螺蛳粉", "柳州正宗螺蛳粉袋装",
                "跑鞋", "跑步鞋男透气缓震",
                "碎花裙", "法式碎花长裙连衣裙",
                "ＳＰＦ５０", "防晒霜SPF50户外军训",
                "iphone 15", "苹果手机壳iPhone15透明防摔",
                "ipho", "苹果手机壳iPhone15透明防摔");
        asked.forEach((question, title) ->
                assertThat(find(wish(question)).getFirst()).as(question).isEqualTo(titles.get(title)));
        assertThat(find(wish("羽毛球"))).isEmpty();
        assertThat(find(wish("！？"))).isEmpty();
    }

    @Test
    void wordsThatStandTogetherComeFirst() {
        var apart = tea("井边的龙须茶");
        var together = tea("西湖龙井茶叶");
        assertThat(find(wish("龙井茶"))).containsExactly(together, apart);
    }

    @Test
    void descriptionsAndShopsAreFoundBehindTitles() {
        var described = put("礼盒", "明前龙井，今年第一采", PHONE_SHOP, 9_900, 5);
        var titled = put("龙井", "", PHONE_SHOP, 9_900, 5);
        var ofShop = put("紫砂壶", "", TEA_SHOP, 9_900, 5);
        assertThat(find(wish("龙井"))).containsExactly(titled, described);
        assertThat(find(wish("山间茶铺"))).containsExactly(ofShop);
    }

    @Test
    void whatIsSoldOutStandsBehindAndCanBeLeftOut() {
        var free = tea("铁观音");
        var soldOut = put("铁观音", "", TEA_SHOP, 9_900, 0);
        assertThat(find(wish("铁观音"))).containsExactly(free, soldOut);
        assertThat(find(wish("铁观音", null, 0, ProductWish.highest(), true, Sort.RELEVANCE)))
                .containsExactly(free);
    }

    @Test
    void whatManyBoughtLatelyStandsBeforeItsLikesAndNotBeforeWhatFitsMuchBetter() {
        var sold = put("毛尖", "", TEA_SHOP, 9_900, 5, 40);
        var newer = tea("毛尖");
        var other = put("信阳毛尖茶具套装礼盒送礼自用办公", "", TEA_SHOP, 9_900, 5, 1_000_000);
        assertThat(find(wish("毛尖"))).containsExactly(sold, newer, other);
        assertThat(find(wish("毛尖", null, 0, ProductWish.highest(), false, Sort.SOLD)))
                .containsExactly(other, sold, newer);
    }

    @Test
    void theFactorsOfAPlaceMultiplyToIt() {
        tea("普洱");
        put("普洱", "", TEA_SHOP, 9_900, 0, 7);
        assertThat(found(wish("普洱")).hits())
                .hasSize(2)
                .allSatisfy(hit -> assertThat(hit.terms().stream()
                                .mapToDouble(ProductFinding.Term::value)
                                .reduce(1, (one, other) -> one * other))
                        .isEqualTo(hit.place()));
    }

    @Test
    void pricesBoundAndOrder() {
        var cheap = put("白茶", "", TEA_SHOP, 1_000, 1);
        var dear = put("白茶", "", TEA_SHOP, 50_000, 1);
        var middle = put("白茶", "", TEA_SHOP, 9_900, 1);
        assertThat(find(wish("白茶", null, 1_000, 9_900, false, Sort.PRICE_UP))).containsExactly(cheap, middle);
        assertThat(find(wish("白茶", null, 0, ProductWish.highest(), false, Sort.PRICE_DOWN)))
                .containsExactly(dear, middle, cheap);
        assertThat(find(wish("", null, 0, ProductWish.highest(), false, Sort.NEWEST)))
                .containsExactly(middle, dear, cheap);
    }

    @Test
    void facetsCountWhatIsMeantWhicheverOfThemIsChosen() {
        put("红茶", "", TEA_SHOP, 1_000, 1);
        put("红茶", "", TEA_SHOP, 3_000, 1);
        put("红茶", "", PHONE_SHOP, 3_000, 1);
        var facets = found(wish("红茶", PHONE_SHOP, 0, ProductWish.highest(), false, Sort.RELEVANCE))
                .facets();
        assertThat(facets.shops())
                .containsExactly(new ProductFacets.OfShop(TEA_SHOP, 2), new ProductFacets.OfShop(PHONE_SHOP, 1));
        assertThat(facets.prices())
                .containsExactly(new ProductFacets.Band(0, 2_000L, 1), new ProductFacets.Band(2_000, 5_000L, 2));
    }

    @Test
    void partsOfAListShowEverythingOnce() {
        for (int each = 0; each < 25; each++) {
            put("绿茶", "", TEA_SHOP, 1_000L * (each % 3 + 1), each % 2);
        }
        for (var sort : Sort.values()) {
            var all = found(wish("绿茶", null, 0, ProductWish.highest(), false, sort))
                    .hits();
            var shown = new ArrayList<Hit>();
            while (shown.size() < all.size()) {
                var last = shown.isEmpty() ? null : shown.getLast().after();
                var next = all.stream()
                        .filter(hit -> last == null
                                || ProductWish.After.of(last.cursor())
                                        .isBefore(hit.place(), hit.product().value()))
                        .limit(4)
                        .toList();
                shown.addAll(next);
            }
            assertThat(shown).as(sort.code()).isEqualTo(all).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatIsPutAgainIsThereOnceAndWhatIsRemovedIsNot() {
        var id = tea("乌龙");
        ids = id.value();
        tea("大红袍");
        assertThat(find(wish("乌龙"))).isEmpty();
        assertThat(find(wish("大红袍"))).containsExactly(id);
        index.remove(List.of(ProductDocument.key(id)));
        index.refresh();
        assertThat(find(wish("大红袍"))).isEmpty();
    }

    @Test
    void whatWasCommittedIsThereAfterAKillWithItsMark() {
        var kept = tea("茉莉花茶");
        index.commit("17");
        tea("茉莉花茶");
        index.close();
        index = SearchIndex.open(folder.resolve("search"), ProductDocument.LAYOUT);
        assertThat(index.mark()).isEqualTo("17");
        assertThat(find(wish("茉莉花茶"))).containsExactly(kept);
    }

    @Test
    void anIndexOfAnotherLayoutIsMadeAnew() {
        tea("花茶");
        index.commit("17");
        index.close();
        index = SearchIndex.open(folder.resolve("search"), "another");
        assertThat(index.mark()).isEmpty();
        assertThat(index.size()).isZero();
    }

    @Test
    void eachProcessHasItsOwnIndex() {
        tea("菊花茶");
        try (var other = SearchIndex.open(folder.resolve("search"), ProductDocument.LAYOUT)) {
            assertThat(other.size()).isZero();
            assertThat(other.mark()).isEmpty();
        }
    }

    @Test
    void aDamagedIndexIsMadeAnew() throws Exception {
        tea("黑茶");
        index.commit("17");
        index.close();
        try (var files = Files.list(folder.resolve("search").resolve("1"))) {
            for (var file : files.toList()) {
                if (Files.size(file) > 0) {
                    Files.writeString(file, "nonsense");
                }
            }
        }
        index = SearchIndex.open(folder.resolve("search"), ProductDocument.LAYOUT);
        assertThat(index.mark()).isEmpty();
        assertThat(index.size()).isZero();
    }
}
