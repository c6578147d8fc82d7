package org.kanmai.app.catalog.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.app.web.Refusal;

class AdvertisingWordsTests {
    private final AdvertisingWords words = new AdvertisingWords();

    @Test
    void aForbiddenWordIsNamedWithItsPlaceAndArticle() {
        assertThat(words.in("title", "🍵 西湖龙井，国家级茶园"))
                .containsExactly(new AdvertisingWords.Hit("title", "国家级", 8, 11, "absolute", "9(3)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"国 家 级", "国-家-级", "最　佳口感", "１００％有效", "World's  Best tea", "全网第一！"})
    void signsSpacesAndFullWidthHideNothing(String text) {
        assertThat(words.in("title", text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"明前龙井，今年第一采", "最佳赏味期 30 天", "本品不能替代治疗", "治愈系小猫", "the underworld's bestiary", ""})
    void whatOnlyLooksLikeOneIsFine(String text) {
        assertThat(words.in("title", text)).isEmpty();
    }

    @Test
    void aHintDoesNotExcuseAWordElsewhereInTheText() {
        assertThat(words.in("description", "最佳赏味期 30 天，最佳礼物"))
                .extracting(AdvertisingWords.Hit::from)
                .containsExactly(11);
    }

    @Test
    void ofTwoThatOverlapTheLongerOneIsNamed() {
        assertThat(words.in("title", "最顶级的茶"))
                .extracting(AdvertisingWords.Hit::word)
                .containsExactly("最顶级");
    }

    @Test
    void aTextThatHoldsOneIsRefused() {
        assertThatThrownBy(() -> words.check(Map.of("title", "包治百病的茶"))).isInstanceOf(Refusal.class);
        assertThat(words.version()).isEqualTo("2026-11-27");
    }
}
