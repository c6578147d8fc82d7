package org.kanmai.app.content.understanding.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("TD-26")
class WordPiecesTests {
    private final WordPieces pieces = new WordPieces(
            Map.of("[UNK]", 100, "[CLS]", 101, "[SEP]", 102, "火", 1, "锅", 2, "camp", 3, "##ing", 4, "!", 5, "cafe", 6));

    @Test
    void eachChineseCharacterAndMarkStandsAloneAndLongWordsAreCutFromTheLeft() {
        assertThat(pieces.of("火锅Camping!", 20)).containsExactly(101, 1, 2, 3, 4, 5, 102);
    }

    @Test
    void whatIsNotInTheVocabularyIsOneUnknown() {
        assertThat(pieces.of("火 campx " + "a".repeat(60), 20)).containsExactly(101, 1, 100, 100, 102);
    }

    @Test
    void accentsWidthAndCaseChangeNothing() {
        assertThat(pieces.of("CAFÉ ｃａｆｅ\u200b", 20)).containsExactly(101, 6, 6, 102);
    }

    @Test
    void onlyTheBeginningIsKept() {
        assertThat(pieces.of("火".repeat(10_000), 6)).containsExactly(101, 1, 1, 1, 1, 102);
    }

    @Test
    void whatSaysNothingIsEmpty() {
        assertThat(pieces.of("!!! 😀 \u0000", 20)).containsExactly(101, 102);
    }
}
