package org.kanmai.app.payment.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.web.Role;
import org.springframework.boot.test.web.server.LocalServerPort;

@KanmaiTest
@Tag("XB-03")
class RatesTests {
    private final Cast cast;
    private final TestClock clock;
    private final int port;
    private Browser operator;

    RatesTests(Cast cast, TestClock clock, @LocalServerPort int port) {
        this.cast = cast;
        this.clock = clock;
        this.port = port;
        this.operator = new Browser(port);
    }

    @BeforeAll
    void operator() {
        var handle = Cast.handle("rita");
        operator = Browser.of(port, handle);
        cast.become(handle, Role.OPERATOR);
        operator.signIn(handle, Browser.PASSWORD);
    }

    private String day(int ago) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .minusDays(ago)
                .toString();
    }

    private Answer enter(String... rates) {
        return operator.post("/api/rates", "{\"items\": [" + String.join(", ", rates) + "]}");
    }

    private static String rate(String from, String to, String day, String value) {
        return """
                {"from": "%s", "to": "%s", "day": "%s", "value": "%s", "source": "the bank's list"}""".formatted(from, to, day, value);
    }

    private List<String> shown(String from, String to) {
        return Street.must(200, new Browser(port).get("/api/rates"))
                .path("items")
                .valueStream()
                .filter(each -> each.path("from").asString().equals(from))
                .filter(each -> each.path("to").asString().equals(to))
                .map(each -> each.path("value").asString())
                .toList();
    }

    @Test
    void theNewestOfTheLastTenDaysIsShownAndNoOlder() {
        Street.must(200, enter(rate("CHF", "SEK", day(3), "11.9"), rate("CHF", "SEK", day(1), "12.00500000")));
        assertThat(shown("CHF", "SEK")).containsExactly("12.005");
        Street.must(200, enter(rate("CHF", "SEK", day(1), "12.01")));
        assertThat(shown("CHF", "SEK")).containsExactly("12.01");
        Street.must(200, enter(rate("CHF", "NOK", day(11), "12.5")));
        assertThat(shown("CHF", "NOK")).isEmpty();
    }

    @Test
    void aListWithOneWrongRateIsRefusedWhole() {
        var good = rate("CHF", "DKK", day(0), "7.5");
        for (var wrong : List.of(
                rate("CHF", "CHF", day(0), "1"),
                rate("CHF", "QQQ", day(0), "1"),
                rate("CHF", "DKK", day(-1), "1"),
                rate("CHF", "DKK", day(401), "1"),
                rate("CHF", "DKK", "tomorrow", "1"),
                rate("CHF", "DKK", day(0), "0"),
                rate("CHF", "DKK", day(0), "-1"),
                rate("CHF", "DKK", day(0), "1e3"),
                rate("CHF", "DKK", day(0), "1.123456789"))) {
            assertThat(enter(good, wrong).status()).as(wrong).isEqualTo(422);
        }
        assertThat(shown("CHF", "DKK")).isEmpty();
        assertThat(enter().status()).isEqualTo(422);
    }
}
