package org.kanmai.launcher.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.tongue.Tongue;
import tools.jackson.databind.json.JsonMapper;

/** The command says what a file came to, and what it lacks. */
class ReportTextTests {
    @Test
    void everyKindHasItsLineWithItsAmountToTheCent() {
        var report = JsonMapper.shared().readTree("""
                {"rows": 541909, "unmatched": 7, "net": {"minor": 974774793, "currency": "GBP"},
                 "kinds": [{"kind": "sale", "lines": 530103, "total": {"minor": 1065562248, "currency": "GBP"}},
                           {"kind": "cancellation", "lines": 9288, "total": {"minor": -89681249, "currency": "GBP"}}],
                 "refused": [{"reason": "stock-correction", "lines": 2515}]}""");
        assertThat(new ReportText(Tongue.ENGLISH).lines(report).stream().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "sale lines 530,103 10,655,622.48",
                        "cancelled 9,288 -896,812.49",
                        "refused: corrections of a stock, no orders 2,515",
                        "cancelled, and nothing here was sold for it 7",
                        "net 541,909 9,747,747.93");
        assertThat(new ReportText(Tongue.CHINESE).lines(report).getFirst()).startsWith("销售行");
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        var environment = Map.of("KANMAI_PASSWORD", "secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Asked.parse(List.of("--user", "mei"), environment, Tongue.ENGLISH))
                .withMessageStartingWith("Usage");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Asked.parse(List.of("nowhere.csv", "--user", "mei"), environment, Tongue.ENGLISH))
                .withMessageContaining("nowhere.csv");
        var file = Files.createTempFile("sales", ".csv");
        var asked = Asked.parse(
                List.of(file.toString(), "--user", "mei", "--currency", "GBP"), environment, Tongue.ENGLISH);
        assertThat(asked.currency()).isEqualTo("GBP");
        assertThat(asked.password()).isEqualTo("secret");
        Files.delete(file);
    }
}
