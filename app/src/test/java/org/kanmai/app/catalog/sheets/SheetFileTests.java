package org.kanmai.app.catalog.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.app.catalog.OwnProduct;
import org.kanmai.app.catalog.Product;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.files.Csv;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;

class SheetFileTests {
    private static final String CHINESE = "商品,标题,价格,库存\r\n茶,明前龙井,19.90,5\r\n";

    @Test
    void aFileInEitherEncodingReadsTheSame() {
        var plain = SheetFile.read(CHINESE.getBytes(UTF_8));
        assertThat(plain.values().iterator().next().getFirst().at(Column.TITLE)).isEqualTo("明前龙井");
        assertThat(SheetFile.read(("\uFEFF" + CHINESE).getBytes(UTF_8))).isEqualTo(plain);
        assertThat(SheetFile.read(CHINESE.getBytes(SheetFile.GB18030))).isEqualTo(plain);
    }

    @Test
    void bytesOfNoTextAreRefused() {
        assertThatThrownBy(() -> SheetFile.read(new byte[] {'a', (byte) 0xff, (byte) 0xff, 0}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("UTF-8 or GB18030");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "product,title,price\n",
                "product,title,price,stock,colour of the moon\n",
                "product,title,title,price,stock\n",
                "product,title,price,stock\na,b,1,1,1\n",
                "product,title,price,stock\n\"a,b,1,1\n"
            })
    void whatIsNoSheetIsRefusedWhole(String file) {
        assertThatThrownBy(() -> SheetFile.read(file.getBytes(UTF_8))).isInstanceOf(Refusal.class);
    }

    @Test
    void aFileWithTooManyLinesIsRefused() {
        var file = "product,title,price,stock\n" + "a,b,1,1\n".repeat(5_001);
        assertThatThrownBy(() -> SheetFile.read(file.getBytes(UTF_8))).hasMessageContaining("5000");
    }

    @Property(tries = 300)
    void whatGoesOutComesInUnchanged(
            @ForAll @StringLength(min = 2, max = 20) @Chars({'=', '+', '-', '@', '\'', '"', ',', '\n', '茶', 'a', '1'})
                    String title,
            @ForAll @CharRange(from = 'a', to = 'e') @StringLength(max = 5) String code) {
        var price = Money.of(1990, "CNY");
        var sku = new Product.Sku(new SkuId(7), List.of("50 g"), code, price, 3, null);
        var product = new Product(
                new ProductId(5), new ShopId(6), title.strip(), "=cmd|calc", List.of("size"), List.of(sku), List.of());
        var own = new OwnProduct(product, OwnProduct.State.DRAFT, null, Instant.EPOCH, Instant.EPOCH, null, null);
        var file = Csv.of(Export.rows(List.of(own), Map.of(), new Aisles(List.of()), Locale.CHINESE));
        assertThat(file).doesNotContain(",\"=cmd").doesNotContain(",=cmd");
        var line =
                SheetFile.read(file.getBytes(UTF_8)).values().iterator().next().getFirst();
        assertThat(line.product()).isEqualTo("P5");
        assertThat(line.at(Column.TITLE)).isEqualTo(title.strip());
        assertThat(line.at(Column.DESCRIPTION)).isEqualTo("=cmd|calc");
        assertThat(line.values()).containsExactly("50 g");
        assertThat(line.at(Column.PRICE)).isEqualTo("19.90");
        assertThat(line.at(Column.CODE)).isEqualTo(code);
    }
}
