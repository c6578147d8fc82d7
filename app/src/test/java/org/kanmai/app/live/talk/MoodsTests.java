package org.kanmai.app.live.talk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kanmai.facts.Attendance;

/** Words say that it is too slow or too expensive, and not when they say that it is not. */
@Tag("AX-10")
class MoodsTests {

    @ParameterizedTest
    @CsvSource({
        "太贵了, FOUND_EXPENSIVE",
        "不太贵, CHATTED",
        "便宜点吧, FOUND_EXPENSIVE",
        "Way too expensive!, FOUND_EXPENSIVE",
        "not too expensive, CHATTED",
        "太慢了快点讲, FOUND_SLOW",
        "不太慢, CHATTED",
        "This is TOO SLOW, FOUND_SLOW",
        "how fresh is it, CHATTED"
    })
    void aMoodIsReadFromWords(String words, Attendance mood) {
        assertThat(Moods.of(words)).isEqualTo(mood);
    }
}
