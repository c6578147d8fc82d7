package org.kanmai.app.content.understanding.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("TD-26")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeaningsTests {
    private final Meanings meanings = new Meanings();

    @AfterAll
    void close() throws Exception {
        meanings.destroy();
    }

    @Test
    void twoDishesAreNearerThanADishAndACar() {
        var pork = of("家常红烧肉的做法，肥而不腻");
        var ribs = of("糖醋排骨怎么做好吃，教你一招");
        var car = of("新能源车试驾，续航到底有多少公里");
        assertThat(likeness(pork, ribs)).isGreaterThan(likeness(pork, car) + 0.1);
        assertThat(likeness(ribs, pork)).isGreaterThan(likeness(ribs, car) + 0.1);
        assertThat(likeness(of("How to cook braised pork"), pork))
                .isGreaterThan(likeness(of("Test drive of an electric car"), pork));
    }

    @Test
    void theSameTextPointsTheSameWayAndEveryDirectionHasLengthOne() {
        var once = of("露营帐篷怎么搭");
        assertThat(of("露营帐篷怎么搭")).isEqualTo(once);
        assertThat(likeness(once, once)).isCloseTo(1, within(1e-5));
        assertThat(once).hasSize(Meanings.DIMENSIONS);
    }

    @Test
    void whatSaysNothingMeansNothing() {
        assertThat(meanings.of("")).isEmpty();
        assertThat(meanings.of("😀🏕️👨‍👩‍👧‍👦")).isEmpty();
        assertThat(meanings.of("！！！……")).isEmpty();
        assertThat(meanings.of("\u0000\u0007\u200b")).isEmpty();
    }

    @Test
    void aLongTextIsReadAsFarAsItsBeginning() {
        var begun = of("火锅".repeat(100));
        assertThat(of("火锅".repeat(5000))).isEqualTo(begun);
    }

    @Test
    void aModelThatIsNotThereLeavesMeaningsEmptyAndSaysSo() {
        var away = new Meanings(new Model("/no-such-model.onnx"));
        assertThat(away.standing()).isEqualTo("unused");
        assertThat(away.of("火锅")).isEmpty();
        assertThat(away.of("火锅")).isEmpty();
        assertThat(away.standing()).startsWith("away").contains("no-such-model");
        assertThat(meanings.of("火锅")).isPresent();
        assertThat(meanings.standing()).isEqualTo("ready");
    }

    @Test
    void aFileThatIsNoModelLeavesMeaningsEmptyToo() {
        var away = new Meanings(new Model("/understanding/words.txt"));
        assertThat(away.of("火锅")).isEmpty();
        assertThat(away.standing()).startsWith("away");
    }

    private float[] of(String text) {
        return meanings.of(text).orElseThrow(() -> new AssertionError(meanings.standing()));
    }

    private static double likeness(float[] one, float[] other) {
        double sum = 0;
        for (int at = 0; at < one.length; at++) {
            sum += one[at] * other[at];
        }
        assertThat(Arrays.equals(one, new float[one.length])).isFalse();
        return sum;
    }
}
