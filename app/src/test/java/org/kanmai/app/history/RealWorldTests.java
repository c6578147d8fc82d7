package org.kanmai.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A real world has no past but its own. */
@KanmaiTest
class RealWorldTests {
    private final Premiere premiere;
    private final int port;

    RealWorldTests(Premiere premiere, @LocalServerPort int port) {
        this.premiere = premiere;
        this.port = port;
    }

    @Test
    void nothingSimulatedIsEverTaken() {
        var operator = premiere.operator(port).browser();
        var people = operator.post("/api/imports/history/people", """
                {"people": [{"handle": "nobody_1", "name": "x", "joinedAt": "2026-01-01T00:00:00Z"}]}""");
        var pages = operator.post("/api/imports/history/pages", """
                {"key": "k", "pages": [{"viewer": "1", "at": "2026-01-01T00:00:00Z", "stratum": 2, "items": []}]}""");
        assertThat(people.status()).isEqualTo(409);
        assertThat(people.type()).endsWith("real-world");
        assertThat(pages.status()).isEqualTo(409);
        assertThat(pages.type()).endsWith("real-world");
    }
}
