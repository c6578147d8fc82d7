package org.kanmai.app.web.files;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kanmai.app.web.Refusal;

/** What spreadsheets write is read as they mean it; what is none, or too much, is refused. */
class SentCsvTests {
    private static List<List<String>> read(String text) {
        return SentCsv.read(text.getBytes(UTF_8), 5);
    }

    private static void refused(byte[] sent) {
        assertThatThrownBy(() -> SentCsv.read(sent, 5)).isInstanceOf(Refusal.class);
    }

    @Test
    void cellsStandBetweenCommasTabsOrSemicolonsByWhatTheFirstLineHas() {
        var expected = List.of(List.of("order", "carrier"), List.of("1", "顺丰, 特快"));
        assertThat(read("order,carrier\r\n1,\"顺丰, 特快\"\r\n")).isEqualTo(expected);
        assertThat(read("order\tcarrier\n\n1\t顺丰, 特快")).isEqualTo(expected);
        assertThat(read("\uFEFForder;carrier\n;\n1; 顺丰, 特快 \n")).isEqualTo(expected);
    }

    @Test
    void chineseSpreadsheetsAndThoseWithAMarkAreReadToo() {
        var expected = List.of(List.of("顺丰", "say \"hi\""));
        assertThat(SentCsv.read("顺丰,\"say \"\"hi\"\"\"".getBytes(Charset.forName("GB18030")), 5))
                .isEqualTo(expected);
        assertThat(SentCsv.read("\uFEFF顺丰,\"say \"\"hi\"\"\"".getBytes(UTF_16LE), 5))
                .isEqualTo(expected);
    }

    @Test
    void whatIsNoTableOrTooLargeIsRefused() {
        refused("a,\"never ends".getBytes(UTF_8));
        refused("a\0b".getBytes(UTF_8));
        refused(new byte[] {(byte) 0xFF, (byte) 0x80, 0x30});
        refused("a\n".repeat(6).getBytes(UTF_8));
        refused(",".repeat(40).getBytes(UTF_8));
        refused("a".repeat(1_001).getBytes(UTF_8));
        assertThat(read("a\n".repeat(5))).hasSize(5);
    }
}
