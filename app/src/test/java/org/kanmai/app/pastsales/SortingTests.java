package org.kanmai.app.pastsales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kanmai.app.pastsales.Sorted.Kept;
import org.kanmai.app.pastsales.Sorted.Kind;
import org.kanmai.app.pastsales.Sorted.Reason;
import org.kanmai.app.pastsales.Sorted.Refused;
import org.kanmai.app.web.Refusal;

/** A line of a file is a sale, a cancellation, an adjustment, or refused with its reason. */
class SortingTests {
    private static final String NAMES =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    private static List<Sorted> read(String text, String currency) throws IOException {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        try (var file = SalesFile.of(bytes, Currency.getInstance(currency))) {
            return file.next().map(Part::lines).orElse(List.of());
        }
    }

    private static Sorted one(String line) throws IOException {
        return read(NAMES + line, "GBP").getFirst();
    }

    private static void kept(String line, Kind kind, long minor) throws IOException {
        assertThat(one(line)).isInstanceOfSatisfying(Kept.class, kept -> {
            assertThat(kept.kind()).isEqualTo(kind);
            assertThat(kept.minor()).isEqualTo(minor);
        });
    }

    private static void refused(String line, Reason reason) throws IOException {
        assertThat(one(line))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void unitsWithAPriceAreASaleRoundedHalfUp() throws Exception {
        kept("536365,85123A,\"HOLDER, WHITE\",6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom", Kind.SALE, 1_530);
        kept("536365,85123A,Pad,1,2010-12-01,0.001,,", Kind.SALE, 0);
        kept("536365,85123A,Pad,5,2010-12-01T08:26,0.001,,", Kind.SALE, 1);
    }

    @Test
    void aCancellationAndAnAdjustmentSayBothByTheirNumber() throws Exception {
        kept("C536379,D,Discount,-1,2010-12-01 09:41:00,27.50,14527.0,United Kingdom", Kind.CANCELLATION, -2_750);
        kept("A563186,B,Adjust bad debt,1,2011-08-12 14:51:00,-11062.06,,United Kingdom", Kind.ADJUSTMENT, -1_106_206);
        kept("A563185,B,Adjust bad debt,1,2011-08-12 14:50:00,11062.06,,United Kingdom", Kind.ADJUSTMENT, 1_106_206);
    }

    @Test
    void correctionsOfAStockAreNoOrders() throws Exception {
        refused("536589,21777,,-10,2010-12-01 16:50:00,0.0,,United Kingdom", Reason.STOCK_CORRECTION);
        refused("536414,22139,,56,2010-12-01 11:52:00,0.0,,United Kingdom", Reason.STOCK_CORRECTION);
        refused("536414,22139,,-5,2010-12-01 11:52:00,1.0,,United Kingdom", Reason.STOCK_CORRECTION);
        refused("C536414,22139,,5,2010-12-01 11:52:00,1.0,,United Kingdom", Reason.STOCK_CORRECTION);
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestGoesOn() throws Exception {
        var lines = read(NAMES + """
                        1,A,x,six,2010-12-01 08:26:00,2.55,,
                        2,A,x,6,first of May,2.55,,
                        3,A,x,6,2010-12-01 08:26:00,1e99,,
                        4,A,x,6,2010-12-01 08:26:00,2.5555555,,
                        5,A,x,99999999999,2010-12-01 08:26:00,2.55,,
                        6,A
                        ,A,x,6,2010-12-01 08:26:00,2.55,,
                        7,A,x,6,2010-12-01 08:26:00,2.55,,
                        """, "GBP");
        assertThat(lines.subList(0, 7))
                .allSatisfy(line -> assertThat(line)
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.reason()).isEqualTo(Reason.UNREADABLE)));
        assertThat(lines.getLast()).isInstanceOf(Kept.class);
        assertThat(lines.stream().map(Sorted::place).collect(Collectors.toList()))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void columnsStandInAnyOrderUnderAnyNameAndTheYenHasNoSmallerUnit() throws Exception {
        var lines = read("\uFEFF单价,数量,货号,日期,订单号\n12.50,3,T1,2024-05-01,9001\n", "JPY");
        assertThat(lines.getFirst())
                .isInstanceOfSatisfying(
                        Kept.class, kept -> assertThat(kept.minor()).isEqualTo(38));
    }

    @Test
    void aFileWithoutItsColumnsSaysWhichItLacks() {
        assertThatThrownBy(() -> read("InvoiceNo,StockCode\n", "GBP"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.getMessage()).isNotBlank());
        assertThatThrownBy(() -> read("", "GBP")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> read(NAMES + "1,\"never closed", "GBP")).isInstanceOf(Refusal.class);
    }
}
