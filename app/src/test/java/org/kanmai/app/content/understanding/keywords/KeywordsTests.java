package org.kanmai.app.content.understanding.keywords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("TD-24")
class KeywordsTests {
    private final Keywords keywords = new Keywords();
    private final Topics topics = new Topics();

    @Test
    void chineseIsCutWithTheWordsOfTheTrade() {
        assertThat(words("今晚八点直播间带货，家常红烧肉的做法，三分钟学会！")).containsExactly("直播间", "带货", "红烧肉", "家常");
        assertThat(words("周末带娃去露营🏕️ 帐篷怎么搭")).contains("带娃", "露营", "帐篷").doesNotContain("怎么");
        assertThat(words("二手车砍价技巧，教你避坑")).contains("二手车", "砍价", "技巧", "避坑");
    }

    @Test
    void englishEndsWhereLettersEndAndCommonWordsSayNothing() {
        assertThat(words("How to make perfect pancakes in 5 minutes")).containsExactly("pancakes");
        assertThat(words("The chef's knife: sharpening it like a pro"))
                .containsExactly("chef", "knife", "sharpening", "pro");
    }

    @Test
    void bothTonguesStandTogether() {
        assertThat(words("新款iPhone 17 Pro开箱评测")).contains("iphone", "pro", "开箱", "评测");
    }

    @Test
    void aHashtagWeighsMoreThanTheTitleAndThatMoreThanTheCaption() {
        assertThat(keywords.of("knife", "pottery", List.of("Camping"))).containsExactly("camping", "knife", "pottery");
        assertThat(keywords.of("火锅", "露营", List.of("汉服"))).containsExactly("汉服", "火锅", "露营");
    }

    @Test
    void theSameWordsGiveTheSameOrder() {
        var title = "探店夜市小吃，火锅奶茶咖啡，穿搭美妆";
        assertThat(words(title)).isEqualTo(words(title)).doesNotHaveDuplicates();
        assertThat(new Keywords().of(title, "", List.of())).isEqualTo(words(title));
    }

    @Test
    void whatIsTooMuchIsCut() {
        var much = "火锅".repeat(3000) + " " + "x".repeat(4000);
        assertThat(words(much)).containsExactly("火锅");
        var many = new StringBuilder();
        for (int word = 0; word < 2500; word++) {
            many.append("word")
                    .append((char) ('a' + word % 26))
                    .append((char) ('a' + word / 26 % 26))
                    .append(' ');
        }
        assertThat(words(many.toString())).hasSize(Keywords.MOST).allMatch(word -> word.length() <= Keywords.LONGEST);
        assertThat(words("x".repeat(65) + " " + "y".repeat(64))).containsExactly("y".repeat(64));
    }

    @Test
    void whatSaysNothingHasNoKeywords() {
        assertThat(words("")).isEmpty();
        assertThat(words("😀🏕️👨‍👩‍👧‍👦🇨🇳")).isEmpty();
        assertThat(words("12345 2026 !!! ……")).isEmpty();
        assertThat(words("\u0000\u0007\u200b\u202e\ud83d")).isEmpty();
        assertThat(words("a \u0000b\u0001 \t\n")).isEmpty();
    }

    @Test
    void fullWidthLettersAndHiddenMarksChangeNothing() {
        assertThat(words("ＣＡＭＰＩＮＧ gear")).containsExactly("camping", "gear");
        assertThat(words("camping\u202e gear")).containsExactly("camping", "gear");
    }

    @Test
    @Tag("TD-59")
    void topicsAreWhatTheTableSaysAndNothingElse() {
        assertThat(topics.of(words("今晚八点直播间带货，家常红烧肉的做法"))).containsExactly("live-commerce", "food");
        assertThat(topics.of(words("How to make perfect pancakes"))).containsExactly("food");
        assertThat(topics.of(List.of("catalogue", "量子纠缠"))).isEmpty();
        assertThat(topics.of(words("火锅 口红 穿搭 手机 二手车"))).hasSize(Topics.MOST);
    }

    private List<String> words(String title) {
        return keywords.of(title, "", List.of());
    }
}
