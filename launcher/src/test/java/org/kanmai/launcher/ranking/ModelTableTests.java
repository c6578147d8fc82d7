package org.kanmai.launcher.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.tongue.Tongue;
import tools.jackson.databind.json.JsonMapper;

class ModelTableTests {
    private static final String PAGE = """
            {"ranking": 2, "enough": 2000, "models": [
              {"version": 3, "parent": 2, "madeAt": "2026-03-01T12:00:15Z", "learned": 12345, "verdict": "refused",
               "reasons": ["some of its weights are not finite"], "judged": []},
              {"version": 2, "parent": 0, "madeAt": "2026-03-01T12:00:00Z", "learned": 2000, "verdict": "passed",
               "reasons": [], "judged": [{"head": "completion", "auc": 0.71234}, {"head": "like"}]}]}
            """;

    private static List<String> lines(Tongue tongue, String page) {
        return new ModelTable(tongue, ZoneOffset.UTC).lines(JsonMapper.shared().readTree(page));
    }

    @Test
    void aLineAModelWithWhatSpeaksAgainstIt() {
        assertThat(lines(Tongue.ENGLISH, PAGE))
                .containsExactly(
                        "Model 2 ranks.",
                        "model    from     made            learned     verdict     hold AUC    end AUC     like AUC",
                        "3        2        03-01 12:00:15  12,345      refused     -           -           -",
                        "    some of its weights are not finite",
                        "2        -        03-01 12:00:00  2,000       passed      -           0.712       -");
    }

    @Test
    void aSiteThatHasLearnedNothingSaysWhatRanks() {
        assertThat(lines(Tongue.CHINESE, "{\"ranking\": 0, \"enough\": 2000, \"models\": []}"))
                .containsExactly("还没有模型参与排序，由规则中的其他各项排序。需要学满 2000 个样本。");
    }

    @Test
    void aHoldIsSaidFirst() {
        assertThat(lines(
                        Tongue.ENGLISH,
                        "{\"ranking\": 7, \"hold\": {\"version\": 7, \"why\": \"watch time fell\"}, \"models\": []}"))
                .containsExactly("An operator has model 7 rank; nothing is learned meanwhile: watch time fell");
    }
}
