package org.kanmai.app.affiliate.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.affiliate.AffiliateSettings;
import org.kanmai.facts.Money;

/** Statements as files that can be read anywhere. */
@Tag("CR-03")
class StatementPaperTests {
    private static final AffiliateSettings SETTINGS =
            new AffiliateSettings(100, Duration.ofMinutes(2), Duration.ofHours(24), 1_000, ZoneId.of("Asia/Shanghai"));
    private static final StatementPaper PAPER =
            new StatementPaper(SETTINGS, Clock.fixed(Instant.parse("2026-03-02T04:05:00Z"), ZoneOffset.UTC));

    private static Money yuan(long minor) {
        return Money.of(minor, "CNY");
    }

    private static Statement statement(List<Statement.Line> lines) {
        return new Statement(
                YearMonth.of(2026, 3), List.of("CNY"), yuan(0), lines, yuan(7_761), yuan(5_000), yuan(2_761));
    }

    private static String text(byte[] paper) throws IOException {
        try (var document = Loader.loadPDF(paper)) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(document.getPage(0).getResources().getFontNames()).hasSize(1);
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void aStatementReadsInChineseAndInEnglishAndBringsItsFont() throws IOException {
        var sold = statement(List.of(
                new Statement.Line(Statement.What.SALES, yuan(11_940), 6),
                new Statement.Line(Statement.What.FEES, yuan(-4_179), 6)));
        var chinese = PAPER.print(sold, "龙井小铺", new StatementWords(Locale.CHINA));
        assertThat(chinese.length).isLessThan(200_000);
        assertThat(text(chinese))
                .contains("月结单", "龙井小铺", "2026-03", "商品成交", "¥119.40", "-¥41.79", "¥77.61", "2026-03-02 12:05");
        assertThat(text(PAPER.print(sold, "Tea 😀 " + "long ".repeat(60), new StatementWords(Locale.US))))
                .contains("Statement", "Tea □ long", "…", "Platform fees", "CN¥119.40");
        assertThat(text(PAPER.print(statement(List.of()), "店", new StatementWords(Locale.CHINA))))
                .contains("这个月没有进出");
    }

    @Test
    void everyLineHasWordsInBothLanguages() {
        for (var language : List.of(Locale.CHINA, Locale.US)) {
            var words = new StatementWords(language);
            assertThat(Statement.What.values())
                    .allSatisfy(what -> assertThat(words.say(what)).isNotBlank());
        }
    }
}
