package org.kanmai.app.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.payment.alipay.AlipayStand;
import org.kanmai.app.payment.stripe.StripeStand;
import org.kanmai.app.payment.wechat.WechatStand;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Role;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PaymentId;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Several providers at once: an order is paid with the one its buyer chose, and with no other. */
@KanmaiTest
@Tag("EC-09")
class RealProvidersTests {
    private static final String REPORT_HEAD =
            "balance_transaction_id,created_utc,reporting_category,customer_facing_amount,customer_facing_currency,"
                    + "payment_metadata[kanmai_payment],refund_metadata[kanmai_payment],refund_metadata[kanmai_refund]\n";
    private static final String HEAR = "/api/payments/notifications/";
    private final Street street;
    private final StripeStand stripe;
    private final WechatStand wechat;
    private final AlipayStand alipay;
    private final TrialProvider trial;
    private final List<PaymentProvider> all;
    private final Asking asking;
    private final Cast cast;
    private final TestClock clock;
    private final int port;

    RealProvidersTests(
            Street street,
            StripeStand stripe,
            WechatStand wechat,
            AlipayStand alipay,
            TrialProvider trial,
            List<PaymentProvider> all,
            Asking asking,
            Cast cast,
            TestClock clock,
            @LocalServerPort int port) {
        this.street = street;
        this.stripe = stripe;
        this.wechat = wechat;
        this.alipay = alipay;
        this.trial = trial;
        this.all = all;
        this.asking = asking;
        this.cast = cast;
        this.clock = clock;
        this.port = port;
    }

    /** An order of one unit, with a payment opened at a provider. */
    private record Bought(Buyer buyer, OrderId order, PaymentId payment, JsonNode page, long minor) {
        String state() {
            return Street.state(buyer, order);
        }

        String amount() {
            return minor / 100 + "." + String.format("%02d", minor % 100);
        }
    }

    private Bought bought(String provider) {
        var buyer = street.buyer(port);
        var order = Street.id(street.placed(buyer, street.shop(port, 1)));
        var page = Street.must(200, buyer.browser().post("/api/payments", """
                {"orders": ["%s"], "provider": "%s"}""".formatted(order, provider)));
        var payment = PaymentId.parse(page.path("id").asString());
        return new Bought(buyer, order, payment, page, page.at("/amount/minor").asLong());
    }

    private Answer hear(String provider, String body, Map<String, String> headers) {
        return new Browser(port).call("POST", HEAR + provider, body, headers);
    }

    private Answer stripeTells(PaymentId payment, long minor) {
        var told = StripeStand.told(payment, minor, clock.instant());
        return hear("stripe", told.getKey(), Map.of("Stripe-Signature", told.getValue()));
    }

    @Test
    void buyersChooseAmongThoseThatAreOn() {
        var choices = new Browser(port).get("/api/payment-providers").json().path("items");
        assertThat(choices.valueStream().map(each -> each.path("code").asString()))
                .containsExactly("trial", "stripe", "wechat", "alipay");
        assertThat(choices.valueStream().map(each -> each.path("opens").asString()))
                .containsExactly("tab", "tab", "code", "tab");
    }

    @Test
    void stripePaysAnOrderOnceHoweverOftenItTells() {
        var bought = bought("stripe");
        assertThat(bought.page().path("page").asString()).startsWith("https://checkout.stripe.com/");
        assertThat(stripeTells(bought.payment(), bought.minor() - 1).type()).endsWith("payment-differs");
        assertThat(bought.state()).isEqualTo("placed");
        assertThat(stripeTells(bought.payment(), bought.minor()).status()).isEqualTo(204);
        assertThat(stripeTells(bought.payment(), bought.minor()).status()).isEqualTo(204);
        assertThat(bought.state()).isEqualTo("paid");
    }

    @Test
    void wechatPaysAnOrder() {
        var bought = bought("wechat");
        assertThat(bought.page().path("opens").asString()).isEqualTo("code");
        var body = WechatStand.told(bought.payment().toString(), bought.minor());
        var headers = wechat.headers(body, clock.instant());
        assertThat(hear("wechat", body.replace("EV-", "EW-"), headers).status()).isEqualTo(401);
        assertThat(bought.state()).isEqualTo("placed");
        assertThat(hear("wechat", body, headers).status()).isEqualTo(204);
        assertThat(hear("wechat", body, headers).status()).isEqualTo(204);
        assertThat(bought.state()).isEqualTo("paid");
    }

    @Test
    void alipayPaysAnOrderAndReadsItsWord() {
        var bought = bought("alipay");
        var form = alipay.told(bought.payment().toString(), bought.amount(), clock.instant());
        var headers = Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        assertThat(hear("alipay", form.replace(bought.amount(), "0.01"), headers)
                        .status())
                .isEqualTo(401);
        for (int time = 0; time < 2; time++) {
            var answer = hear("alipay", form, headers);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("success");
        }
        assertThat(bought.state()).isEqualTo("paid");
    }

    @Test
    void aProviderSettlesNoPaymentOfAnother() {
        var bought = bought("wechat");
        assertThat(stripeTells(bought.payment(), bought.minor()).type()).endsWith("payment-differs");
        assertThat(bought.state()).isEqualTo("placed");
    }

    @Test
    void aPageIsAskedForOnceAndKept() {
        var bought = bought("stripe");
        var again = Street.must(200, bought.buyer().browser().post("/api/payments", """
                {"orders": ["%s"], "provider": "stripe"}""".formatted(bought.order())));
        assertThat(again).isEqualTo(bought.page());
        assertThat(stripe.asked())
                .filteredOn(asked -> asked.header("idempotency-key").equals("charge-" + bought.payment()))
                .hasSize(1);
    }

    @Test
    void whatIsNotToldIsAsked() {
        var bought = bought("stripe");
        stripe.silently(bought.payment());
        clock.forward(Duration.ofSeconds(16));
        asking.now();
        assertThat(bought.state()).isEqualTo("paid");
    }

    @Test
    void anImportedStatementIsHeldAgainstTheLedgerAndTheSameAgainChangesNothing() {
        var told = bought("stripe");
        stripeTells(told.payment(), told.minor());
        var lost = bought("stripe");
        stripe.silently(lost.payment());
        var cheap = bought("stripe");
        stripeTells(cheap.payment(), cheap.minor());
        var report = REPORT_HEAD
                + line(told.payment(), told.amount())
                + line(lost.payment(), lost.amount())
                + line(cheap.payment(), "0.01");
        var operator = operator();
        var first = Street.must(200, send(operator, report));
        assertThat(first.path("lines").asInt()).isEqualTo(3);
        assertThat(first.path("added").asInt()).isEqualTo(3);
        var day = first.at("/statements/0/day").asString();
        var found = Street.must(200, operator.get("/api/reconciliations/stripe/" + day + "?limit=50"));
        assertThat(kind(found, told.payment())).isEmpty();
        assertThat(kind(found, lost.payment())).isEqualTo("missing-here");
        assertThat(kind(found, cheap.payment())).isEqualTo("amount");
        var again = Street.must(200, send(operator, report));
        assertThat(again.path("added").asInt()).isZero();
        assertThat(again.at("/statements/0/movements")).isEqualTo(first.at("/statements/0/movements"));
        assertThat(send(operator, report.replace(",0.01,", ",0.02,")).type()).endsWith("statement-differs");
        stripeTells(lost.payment(), lost.minor());
        Street.must(200, send(operator, report));
        var settled = Street.must(200, operator.get("/api/reconciliations/stripe/" + day + "?limit=50"));
        assertThat(kind(settled, lost.payment())).isEmpty();
        assertThat(operator.call("POST", "/api/reconciliations/trial/statements", "a", Map.of())
                        .status())
                .isEqualTo(422);
    }

    private Browser operator() {
        var handle = Cast.handle("olga");
        var browser = Browser.of(port, handle);
        cast.become(handle, Role.OPERATOR);
        browser.signIn(handle, Browser.PASSWORD);
        return browser;
    }

    private static Answer send(Browser operator, String report) {
        return operator.call(
                "POST", "/api/reconciliations/stripe/statements", report, Map.of("Content-Type", "text/csv"));
    }

    private String line(PaymentId payment, String amount) {
        var at = clock.instant().toString().replace('T', ' ').substring(0, 19);
        return "txn_%s,%s,charge,%s,cny,%s,,%n".formatted(payment, at, amount, payment);
    }

    private static String kind(JsonNode page, PaymentId payment) {
        return page.path("items")
                .valueStream()
                .filter(each -> each.path("key").asString().equals("payment:" + payment))
                .map(each -> each.path("kind").asString())
                .findFirst()
                .orElse("");
    }

    @Test
    void aSandboxIsRefusedBesideRealMoneyUnlessASiteNamesIt() {
        var real = new Providers(List.of(trial, provider("stripe")), new Providers.Settings(null));
        assertThat(real.offered()).extracting(PaymentProvider::code).containsExactly("stripe");
        assertThatThrownBy(() -> real.offered("trial")).isInstanceOf(Refusal.class);
        assertThat(real.of("trial")).isSameAs(trial);
        var alone = new Providers(List.of(trial), new Providers.Settings(null));
        assertThat(alone.offered("trial")).isSameAs(trial);
        var both =
                new Providers(List.of(trial, provider("stripe")), new Providers.Settings(List.of("stripe", "trial")));
        assertThat(both.offered()).extracting(PaymentProvider::code).containsExactly("stripe", "trial");
        assertThatThrownBy(() -> new Providers(List.of(trial), new Providers.Settings(List.of("stripe"))))
                .isInstanceOf(IllegalStateException.class);
    }

    private PaymentProvider provider(String code) {
        return all.stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow();
    }
}
