package org.kanmai.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CutTests {
    private static List<String> cut(String text) {
        return Cut.of(text).stream().map(Cut::text).toList();
    }

    private static List<String> pairs(String text) {
        return Cut.pairs(Cut.of(text)).stream().map(Cut::text).toList();
    }

    @Test
    void eachChineseCharacterStandsForItselfAndLettersAndDigitsForWords() {
        assertThat(cut("苹果手机壳iPhone15 Pro")).containsExactly("苹", "果", "手", "机", "壳", "iphone", "15", "pro");
        assertThat(cut("SPF50防晒霜，500ml")).containsExactly("spf", "50", "防", "晒", "霜", "500", "ml");
    }

    @Test
    void widthAndCaseMakeNoDifference() {
        assertThat(cut("Ｔ恤　ＬＥＤ１２")).isEqualTo(cut("t恤 led12"));
        assertThat(cut("ｶﾞ")).isEqualTo(cut("ガ"));
    }

    @Test
    void marksBelongToTheirLetters() {
        assertThat(cut("cafe\u0301 CAFÉ")).containsExactly("café", "café");
    }

    @Test
    void piecesKnowWhereTheyStand() {
        var cuts = Cut.of("\ud840\udc00茶 Tea");
        assertThat(cuts).containsExactly(new Cut("\ud840\udc00", 0, 2), new Cut("茶", 2, 3), new Cut("tea", 4, 7));
    }

    @Test
    void pairsDoNotReachOverWhatStandsBetween() {
        assertThat(pairs("龙井茶 绿茶A茶")).containsExactly("龙井", "井茶", "绿茶", "a", "茶");
    }

    @Property
    void everyPieceLiesWithinTheTextInItsOrder(@ForAll String text) {
        int at = 0;
        for (var cut : Cut.of(text)) {
            assertThat(cut.from()).isGreaterThanOrEqualTo(Math.max(0, at - 1));
            assertThat(cut.to()).isGreaterThan(cut.from()).isLessThanOrEqualTo(text.length());
            at = cut.from();
        }
    }
}
