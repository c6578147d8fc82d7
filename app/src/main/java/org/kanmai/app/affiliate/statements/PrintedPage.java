package org.kanmai.app.affiliate.statements;

import java.io.IOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A page of A4 that is written from top to bottom; of its font only what was written is embedded. */
final class PrintedPage implements AutoCloseable {
    private static final float MARGIN = 56;
    private static final float RULE = 0.5f;
    private static final String NO_GLYPH = "□";
    private static final String CUT = "…";

    private final PDPageContentStream page;
    private final PDFont font;
    private final CmapLookup glyphs;
    private float height = PDRectangle.A4.getHeight() - MARGIN;

    PrintedPage(PDDocument document, TrueTypeFont font) throws IOException {
        var first = new PDPage(PDRectangle.A4);
        document.addPage(first);
        this.font = PDType0Font.load(document, font, true);
        this.glyphs = font.getUnicodeCmapLookup();
        this.page = new PDPageContentStream(document, first);
    }

    /** Goes down by so many points. */
    void down(float points) {
        height -= points;
    }

    /** Writes at the left margin. */
    void left(String text, float size) throws IOException {
        write(text, size, MARGIN, width() * 0.7f);
    }

    /** Writes so that it ends at a part of the width between the margins. */
    void endingAt(float part, String text, float size) throws IOException {
        var shown = shown(text, size, width());
        write(shown, size, MARGIN + width() * part - length(shown, size), width());
    }

    /** Draws a line across. */
    void rule() throws IOException {
        page.setLineWidth(RULE);
        page.moveTo(MARGIN, height);
        page.lineTo(MARGIN + width(), height);
        page.stroke();
    }

    private static float width() {
        return PDRectangle.A4.getWidth() - 2 * MARGIN;
    }

    private void write(String text, float size, float x, float most) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, height);
        page.showText(shown(text, size, most));
        page.endText();
    }

    /** What the font lacks is a box; what is too long is cut. */
    private String shown(String text, float size, float most) throws IOException {
        var known = new StringBuilder();
        text.codePoints()
                .forEach(point -> known.append(glyphs.getGlyphId(point) == 0 ? NO_GLYPH : Character.toString(point)));
        var shown = known.toString();
        while (length(shown, size) > most && shown.length() > 2) {
            shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), shown.endsWith(CUT) ? -2 : -1)) + CUT;
        }
        return shown;
    }

    private float length(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    @Override
    public void close() throws IOException {
        page.close();
    }
}
