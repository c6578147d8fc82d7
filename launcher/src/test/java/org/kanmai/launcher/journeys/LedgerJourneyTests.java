package org.kanmai.launcher.journeys;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the site promised of a page, checked by the browser of whoever it was shown to. */
@ExtendWith(InTown.class)
@Timeout(300)
class LedgerJourneyTests {
    private final Town town;

    LedgerJourneyTests(Town town) {
        this.town = town;
    }

    @Test
    @Tag("GV-17")
    @Tag("GV-24")
    void aPassersBysBrowserProvesThatItsPageIsInTheSignedLedger() {
        try (var passer = town.phone()) {
            passer.open("/");
            var page = passer.api("/api/feed?count=6").path("page").asString();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() ->
                            town.operator().get("/api/ledger/pages/" + page).status() == 200);
            passer.open("/ledger?page=" + page);
            passer.text("Your browser checked the proof").waitFor();
            passer.text("What the record says").click();
            passer.text("\"page\": \"" + page + "\"").waitFor();
            passer.text("heads below are signed").waitFor();
            passer.text("Each head names the one before").waitFor();
            passer.text("holds all that was in the earlier one, unchanged").waitFor();
            passer.hasNoComplaints();
        }
    }
}
