package org.kanmai.ranking.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.tongue.Tongue;

class EvaluateArgumentsTests {
    private static EvaluateArguments read(String... words) {
        return EvaluateArguments.read(List.of(words), Tongue.ENGLISH);
    }

    @Test
    void pathsAndOptionsMayBeMixed() {
        assertThat(read("--format", "kuairand", "one", "--minutes", "3", "two", "--seed", "7"))
                .isEqualTo(
                        new EvaluateArguments(List.of(Path.of("one"), Path.of("two")), 20_220_502, 20_220_503, 3, 7));
    }

    @Test
    void whatCannotBeIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> read()).hasMessage("name the folder or the files of KuaiRand-Pure");
        assertThatThrownBy(() -> read("--format", "other", "one"))
                .hasMessage("--format is kuairand, interactions or facts");
        assertThatThrownBy(() -> read("one", "--minutes")).hasMessage("--minutes is no option, or lacks its value");
        assertThatThrownBy(() -> read("one", "--minutes", "-1")).hasMessage("--minutes: 0-600: -1");
        assertThatThrownBy(() -> read("one", "--seed", "99999999999")).hasMessageContaining("--seed");
        assertThatThrownBy(() -> EvaluateArguments.read(List.of("--x"), Tongue.CHINESE))
                .hasMessage("--x 不是选项，或缺少它的值");
    }
}
