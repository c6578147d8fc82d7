package org.kanmai.app.trade.shipping;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.app.trade.shipping.ShipmentFile.Line;
import org.kanmai.app.web.Refusal;

class ShipmentFileTests {
    private static final String NAMES = "order,carrier,number\r\n";

    private static List<Line> read(String text) {
        return ShipmentFile.read(text.getBytes(UTF_8));
    }

    @Test
    void readsWhatSpreadsheetsWriteInAnyOfTheirTongues() {
        var text = NAMES + "#17,\"顺丰, 速运\",SF1234\r\n";
        for (var sent : List.of(
                text.getBytes(UTF_8),
                ("\uFEFF" + text).getBytes(UTF_8),
                ("\uFEFF" + text).getBytes(UTF_16LE),
                text.getBytes(Charset.forName("GB18030")),
                text.replace("\r", "").replace(",", "\t").replace("顺丰\t", "顺丰,").getBytes(UTF_8))) {
            var line = ShipmentFile.read(sent).getFirst();
            assertThat(line.carrier()).isEqualTo("顺丰, 速运");
            assertThat(line.id().orElseThrow().value()).isEqualTo(17);
            assertThat(line.number()).isEqualTo(1);
        }
    }

    @Test
    void columnsAreFoundByNameAndLinesThatSayNothingAreLeftOut() {
        var lines = read("title,Number,ORDER,carrier\n\"a \"\"b\"\"\nc\",SF1234,17,SF\nx,,18,\n\n,YT1234,'#19,YTO\n");
        assertThat(lines).extracting(Line::parcel).containsExactly("SF1234", "YT1234");
        assertThat(lines.getLast().id().orElseThrow().value()).isEqualTo(19);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "a,b\n1,2\n",
                "order,carrier,number\n",
                "order,carrier,number\n1,\"SF,SF1234\n",
                "order,carrier,number\n1,S\0,SF1234\n"
            })
    void whatIsNoSuchFileIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Refusal.class);
    }

    @Test
    void tooMuchIsRefused() {
        var line = "1,SF,SF1234\n";
        assertThat(read(NAMES + line.repeat(ShipmentFile.MOST_LINES))).hasSize(ShipmentFile.MOST_LINES);
        assertThatThrownBy(() -> read(NAMES + line.repeat(ShipmentFile.MOST_LINES + 1)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> read(NAMES + "1,SF," + "x".repeat(2_000))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> read(NAMES + "x,".repeat(60))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ShipmentFile.read(new byte[ShipmentFile.LARGEST + 1]))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThatThrownBy(() -> ShipmentFile.read(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+SF1234", "-SF1234", "@SF1234", "SF1", "SF12\u000734"})
    void whatBeginsLikeAFormulaIsNoNumber(String number) {
        assertThat(new Line(1, "17", "SF", number).hasNumber()).isFalse();
    }
}
