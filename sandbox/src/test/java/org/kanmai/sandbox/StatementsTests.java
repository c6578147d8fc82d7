package org.kanmai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class StatementsTests {
    @TempDir
    Path folder;

    @Test
    void aDayListsWhatWasSettledOnItAndNothingElse() throws Exception {
        try (var scene = new Scene(folder)) {
            scene.paid("tea", 3900);
            scene.paid("pot", 10_050);
            scene.open("unpaid", 700);
            scene.refund("tea", "tea-r", 900);
            scene.clock.move(Duration.ofSeconds(2));
            await().until(() -> scene.shop.kinds("tea").contains("refund.done"));
            assertThat(lines(scene, "2026-11-24"))
                    .containsExactly(
                            "time,kind,payment,refund,minor,currency,fee",
                            "2026-11-24T10:00:00Z,payment,pot,,10050,CNY,60",
                            "2026-11-24T10:00:00Z,payment,tea,,3900,CNY,23",
                            "2026-11-24T10:00:02Z,refund,tea,tea-r,900,CNY,0");
            scene.clock.move(Duration.ofDays(1));
            scene.refund("pot", "pot-r", 50);
            scene.clock.move(Duration.ofSeconds(1));
            await().until(() -> scene.shop.kinds("pot").contains("refund.done"));
            assertThat(lines(scene, "2026-11-24")).hasSize(4);
            assertThat(lines(scene, "2026-11-25")).hasSize(2).last().asString().contains(",refund,pot,pot-r,50,CNY,0");
            assertThat(lines(scene, "2026-11-26")).hasSize(1);
        }
    }

    @Test
    void aDayThatIsNoneIsRefused() throws Exception {
        try (var scene = new Scene(folder)) {
            assertThat(scene.caller.get("/v1/statements/2026-02-30").statusCode())
                    .isEqualTo(400);
            assertThat(scene.caller.get("/v1/statements/today").statusCode()).isEqualTo(404);
        }
    }

    private static List<String> lines(Scene scene, String day) throws Exception {
        var statement = scene.caller.get("/v1/statements/" + day);
        assertThat(statement.statusCode()).isEqualTo(200);
        assertThat(statement.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        return statement.body().lines().toList();
    }
}
