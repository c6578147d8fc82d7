package org.kanmai.app.affiliate.statements;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.kanmai.app.affiliate.AffiliateSettings;
import org.kanmai.facts.Money;
import org.springframework.stereotype.Component;

/** A statement as a page of PDF that reads the same everywhere: its font comes with it. */
@Component
class StatementPaper {
    private static final String FONT = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV");
    private static final float TITLE = 20;
    private static final float TEXT = 11;
    private static final float SMALL = 9;
    private static final float LINE = 20;
    private static final float ENTRIES_AT = 0.68f;

    private final AffiliateSettings settings;
    private final Clock clock;

    StatementPaper(AffiliateSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns the bytes of a statement of somebody, or of a shop, by name. */
    byte[] print(Statement statement, String whose, StatementWords words) {
        try (var document = new PDDocument();
                var file = new RandomAccessReadBuffer(
                        Objects.requireNonNull(StatementPaper.class.getResourceAsStream(FONT)));
                var font = new TTFParser().parse(file)) {
            document.getDocumentInformation().setTitle(words.say("title") + " " + statement.month());
            try (var page = new PrintedPage(document, font)) {
                head(page, statement, whose, words);
                lines(page, statement, words);
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException("a statement cannot be printed", broken);
        }
    }

    private void head(PrintedPage page, Statement statement, String whose, StatementWords words) throws IOException {
        page.left(words.say("title"), TITLE);
        page.down(LINE * 1.5f);
        page.left(whose, TEXT);
        page.down(LINE);
        var currency = statement.closing().currency().getCurrencyCode();
        page.left(
                words.say("month") + " " + statement.month() + "    " + words.say("currency") + " " + currency, SMALL);
        var now = MINUTE.format(clock.instant().atZone(settings.zone()));
        page.endingAt(1, words.say("made") + " " + now, SMALL);
        page.down(LINE * 1.5f);
    }

    private static void lines(PrintedPage page, Statement statement, StatementWords words) throws IOException {
        page.endingAt(ENTRIES_AT, words.say("entries"), SMALL);
        page.endingAt(1, words.say("amount"), SMALL);
        page.down(LINE / 2);
        row(page, words.say("opening"), "", money(statement.opening(), words));
        for (var line : statement.lines()) {
            row(page, words.say(line.what()), Long.toString(line.entries()), money(line.amount(), words));
        }
        if (statement.lines().isEmpty()) {
            row(page, words.say("nothing"), "", "");
        }
        row(page, words.say("closing"), "", money(statement.closing(), words));
        page.down(LINE);
        row(page, words.say("held"), "", money(statement.held(), words));
        row(page, words.say("free"), "", money(statement.free(), words));
    }

    private static void row(PrintedPage page, String what, String entries, String amount) throws IOException {
        page.rule();
        page.down(LINE * 0.7f);
        page.left(what, TEXT);
        page.endingAt(ENTRIES_AT, entries, TEXT);
        page.endingAt(1, amount, TEXT);
        page.down(LINE * 0.4f);
    }

    private static String money(Money money, StatementWords words) {
        var format = NumberFormat.getCurrencyInstance(words.language());
        int digits = money.currency().getDefaultFractionDigits();
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(money.minor(), digits));
    }
}
