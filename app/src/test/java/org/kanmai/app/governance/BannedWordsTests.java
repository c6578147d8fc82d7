package org.kanmai.app.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BannedWordsTests {
    private final BannedWords words = new BannedWords(new GovernanceSettings(
            Duration.ofHours(24), Duration.ofHours(1), 1, 3, 20, null, ZoneId.of("Asia/Shanghai")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "来网赌吧",
                "来 网 赌 吧",
                "来网·赌吧",
                "来网\u200b赌吧",
                "best CASINO here",
                "ｃａｓｉｎｏ",
                "c.a.s.i.n.o",
                "casinó!",
                "c a s i n o now"
            })
    void findsWordsHoweverTheyAreSpaced(String text) {
        assertThat(words.in(text))
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(hit.violation()).isEqualTo(Violation.GAMBLING_OR_DRUGS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"我家的茶壶", "Scunthorpe tea", "method and madness", "a b and c", "", "  \u200b "})
    void leavesOrdinaryWordsAlone(String text) {
        assertThat(words.in(text)).isEmpty();
        assertThat(words.evidence(text).finding()).isEqualTo(Finding.CLEAR);
    }

    @Test
    void tellsWhatItCannotSeeInEachEvidence() {
        assertThat(words.evidence("茶").blindSpot()).contains("words in pictures");
        assertThat(words.evidence("高仿包").value()).isEqualTo("高仿 (counterfeit)");
    }

    @Test
    @Tag("CP-12")
    void knowsWordsOfEachOfTheTwelveClasses() {
        var own = "假币 色情 枪支 赌博 刷单 祖传秘方 高仿 盗版 偷拍 童工 傻逼 互粉";
        assertThat(words.in(own))
                .extracting(BannedWords.Hit::violation)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Violation.values()))
                .hasSize(12);
    }
}
