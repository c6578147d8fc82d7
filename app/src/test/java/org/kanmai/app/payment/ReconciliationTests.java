package org.kanmai.app.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.payment.PaymentProvider.Movement;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Role;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PaymentId;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@KanmaiTest
class ReconciliationTests {
    private final Street street;
    private final TrialProvider provider;
    private final Reconciliation reconciliation;
    private final ReconciliationStore store;
    private final Ids ids;
    private final TestClock clock;
    private final Cast cast;
    private final int port;

    ReconciliationTests(
            Street street,
            TrialProvider provider,
            Reconciliation reconciliation,
            ReconciliationStore store,
            Ids ids,
            TestClock clock,
            Cast cast,
            @LocalServerPort int port) {
        this.street = street;
        this.provider = provider;
        this.reconciliation = reconciliation;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.cast = cast;
        this.port = port;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Test
    void whatBothHaveAgreesAndWhatOnlyOneHasIsNamed() {
        var buyer = street.buyer(port);
        var shop = street.shop(port, 5);
        var told = street.placed(buyer, shop);
        street.pay(port, told);
        var silent = street.placed(buyer, shop);
        provider.pay(Street.payment(silent));
        var strange = new PaymentId(ids.next());
        provider.invent(new Movement(strange, 0, Money.of(777, "CNY"), clock.instant()));

        var day = today();
        var found = reconciliation.reconcile("trial", day).differences();
        assertThat(found).extracting(Difference::key).contains("payment:" + strange);
        assertThat(found).extracting(Difference::key).doesNotContain("payment:" + Street.payment(told));
        assertThat(found)
                .filteredOn(each -> each.key().equals("payment:" + strange))
                .containsExactly(new Difference(
                        "payment:" + strange, Difference.Kind.MISSING_HERE, Money.of(777, "CNY"), Money.of(0, "CNY")));
        assertThat(store.differences("trial", day, new Paging(Long.MAX_VALUE, 50)))
                .extracting(ReconciliationStore.Placed::difference)
                .containsExactlyInAnyOrderElementsOf(found);
        assertThat(store.isDone("trial", day)).isTrue();

        street.told(port, "PAID", Street.payment(silent), 0, UUID.randomUUID().toString());
        assertThat(reconciliation.reconcile("trial", day).differences())
                .extracting(Difference::key)
                .doesNotContain("payment:" + Street.payment(silent));
    }

    @Test
    void aPaymentWhoseOrdersGoBackOnDifferentDaysAgreesOnBoth() {
        var buyer = street.buyer(port);
        var shops = List.of(street.shop(port, 1), street.shop(port, 1));
        var placed = street.placed(buyer, shops);
        street.pay(port, placed);
        var first = today();
        refund(buyer, placed.at("/items/0/id").asString());
        clock.forward(Duration.ofDays(1));
        refund(buyer, placed.at("/items/1/id").asString());
        for (var day : List.of(first, today())) {
            assertThat(reconciliation.reconcile("trial", day).differences())
                    .extracting(Difference::key)
                    .doesNotContain("return:" + Street.payment(placed));
        }
    }

    @Test
    void anAuditorTurnsThePagesOfDaysAndOfTheDifferencesOfADay() {
        var old = today().minusDays(400);
        for (int number = 0; number < 3; number++) {
            var at = old.atTime(12, 0).toInstant(ZoneOffset.UTC);
            provider.invent(new Movement(new PaymentId(ids.next()), 0, Money.of(100 + number, "CNY"), at));
        }
        reconciliation.reconcile("trial", old);
        reconciliation.reconcile("trial", old.minusDays(1));
        var auditor = auditor();
        var differences = "/api/reconciliations/trial/" + old;
        assertThat(pages(auditor, differences, 2))
                .extracting(page -> page.path("items").size())
                .containsExactly(2, 1);
        assertThat(pages(auditor, differences, 2).stream().flatMap(page -> items(page, "/theirs/minor")))
                .containsExactlyInAnyOrder("100", "101", "102");

        var days = pages(auditor, "/api/reconciliations", 1).stream()
                .flatMap(page -> items(page, "/day"))
                .toList();
        assertThat(days).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(days).endsWith(old.toString(), old.minusDays(1).toString());
        var statement = pages(auditor, "/api/reconciliations", 50)
                .getLast()
                .path("items")
                .valueStream()
                .filter(day -> day.path("day").asString().equals(old.toString()))
                .findFirst()
                .orElseThrow()
                .at("/statements/0");
        assertThat(statement.path("provider").asString()).isEqualTo("trial");
        assertThat(statement.path("movements").asInt()).isEqualTo(3);
        assertThat(statement.path("differences").asInt()).isEqualTo(3);
    }

    private Browser auditor() {
        var handle = Cast.handle("audrey");
        var browser = Browser.of(port, handle);
        cast.become(handle, Role.AUDITOR);
        browser.signIn(handle, Browser.PASSWORD);
        return browser;
    }

    private static List<JsonNode> pages(Browser browser, String path, int limit) {
        var pages = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = browser.get(path + "?limit=" + limit + cursor);
            Street.must(200, page);
            pages.add(page.json());
            cursor = "&cursor=" + page.json().path("next").asString("");
        } while (!cursor.endsWith("="));
        return pages;
    }

    private static Stream<String> items(JsonNode page, String pointer) {
        return page.path("items").valueStream().map(each -> each.at(pointer).asString());
    }

    private static void refund(Buyer buyer, String order) {
        Street.must(200, buyer.browser().post("/api/me/orders/" + order + "/cancellation", ""));
        await().until(() -> Street.seen(buyer, OrderId.parse(order))
                .path("refund")
                .asString()
                .equals("done"));
    }
}
