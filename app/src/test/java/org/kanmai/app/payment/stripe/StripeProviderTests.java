package org.kanmai.app.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.kanmai.app.payment.PaymentProvider.Charge;
import org.kanmai.app.payment.PaymentProvider.Charged;
import org.kanmai.app.payment.PaymentProvider.Kind;
import org.kanmai.app.payment.PaymentProvider.Line;
import org.kanmai.app.payment.PaymentProvider.Movement;
import org.kanmai.app.payment.PaymentProvider.Notification;
import org.kanmai.app.payment.PaymentProvider.ProviderAway;
import org.kanmai.app.payment.PaymentProvider.Refund;
import org.kanmai.app.payment.PaymentProvider.Sent;
import org.kanmai.app.payment.PaymentProvider.State;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Money;
import org.kanmai.facts.PaymentId;
import tools.jackson.databind.json.JsonMapper;

class StripeProviderTests {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final Money PRICE = Money.of(1990, "CNY");
    private final StripeStand stand = new StripeStand();
    private final StripeProvider stripe = at(NOW);

    private StripeProvider at(Instant instant) {
        return new StripeProvider(stand.settings(), new JsonMapper(), Clock.fixed(instant, ZoneOffset.UTC));
    }

    private static Charge charge(long number) {
        return new Charge(new PaymentId(number), PRICE, "A cup of tea", NOW, NOW.plusSeconds(900));
    }

    private static Charged charged(long number) {
        return new Charged(new PaymentId(number), StripeStand.reference(new PaymentId(number)), PRICE);
    }

    @Test
    void aPaymentIsOneSessionHoweverOftenItIsAskedFor() {
        var page = stripe.charge(charge(101));
        assertThat(page.address()).isEqualTo(URI.create("https://checkout.stripe.com/c/pay/cs_live_charge-101"));
        assertThat(stripe.charge(charge(101))).isEqualTo(page);
        var asked = stand.asked().getLast();
        assertThat(asked.header("idempotency-key")).isEqualTo("charge-101");
        assertThat(asked.form())
                .containsEntry("mode", "payment")
                .containsEntry("client_reference_id", "101")
                .containsEntry("payment_intent_data[metadata][kanmai_payment]", "101")
                .containsEntry("line_items[0][price_data][unit_amount]", "1990")
                .containsEntry("line_items[0][price_data][currency]", "cny")
                .containsEntry("success_url", "https://site.example/orders")
                .containsEntry(
                        "expires_at", Long.toString(NOW.plusSeconds(45 * 60).getEpochSecond()));
        assertThat(asked.form().keySet()).noneMatch(name -> name.contains("card"));
    }

    @Test
    void whatStripeSaysOfASessionIsWhereThePaymentStands() {
        assertThat(stripe.ask(charged(102)).state()).isEqualTo(State.UNKNOWN);
        assertThat(stripe.ask(new Charged(new PaymentId(102), "", PRICE)).state())
                .isEqualTo(State.UNKNOWN);
        stripe.charge(charge(102));
        assertThat(stripe.ask(charged(102)).state()).isEqualTo(State.OPEN);
        stand.pay(new PaymentId(102));
        assertThat(stripe.ask(charged(102)).amount()).isEqualTo(PRICE);
        stripe.charge(charge(103));
        stripe.close(charged(103));
        assertThat(stripe.ask(charged(103)).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aPartGoesBackOnceUnderItsOwnKey() {
        stripe.charge(charge(104));
        var part = new Refund(9001, new PaymentId(104), Money.of(500, "CNY"));
        assertThat(stripe.refunded(charged(104), 9001)).isFalse();
        assertThat(stripe.refund(charged(104), part)).isTrue();
        assertThat(stripe.refund(charged(104), part)).isTrue();
        assertThat(stand.asked().getLast().header("idempotency-key")).isEqualTo("refund-9001");
        assertThat(stand.asked().getLast().form()).containsEntry("amount", "500");
        assertThat(stripe.refunded(charged(104), 9001)).isTrue();
        assertThat(stripe.refunded(charged(104), 9002)).isFalse();
    }

    private static Sent sent(String body, String signature) {
        return new Sent(
                "/api/payments/notifications/stripe", body, name -> name.equals("Stripe-Signature") ? signature : "");
    }

    @Test
    void anEventIsBelievedForItsSignatureForFiveMinutes() {
        var body = StripeStand.paid(new PaymentId(105), 1990, "cny", NOW);
        var header = StripeStand.signature(body, NOW, StripeStand.SECRET);
        assertThat(stripe.read(sent(body, header)))
                .contains(new Notification(Kind.PAID, new PaymentId(105), 0, PRICE, NOW, ""));
        assertThat(at(NOW.plusSeconds(300)).read(sent(body, header))).isPresent();
        forged(at(NOW.plusSeconds(301)), sent(body, header));
        forged(stripe, sent(body.replace("1990", "1991"), header));
        forged(stripe, sent(body, StripeStand.signature(body, NOW, "whsec_of_another")));
        forged(stripe, sent(body, header.replace("v1=", "v0=")));
        forged(stripe, sent(body, ""));
        assertThat(stripe.read(sent(body, header.replace("v1=", "v1=00,v1="))))
                .as("while a secret is changed there are two")
                .isPresent();
    }

    private static void forged(StripeProvider stripe, Sent sent) {
        assertThatThrownBy(() -> stripe.read(sent)).as(sent.toString()).isInstanceOf(Refusal.class);
    }

    @Test
    void eventsOfAnotherModeAnotherAccountOrAnotherMatterSayNothing() {
        var paid = StripeStand.paid(new PaymentId(106), 1990, "cny", NOW);
        nothing(paid.replace("\"livemode\": true", "\"livemode\": false"));
        nothing(paid.replace("\"object\": \"event\"", "\"object\": \"event\", \"account\": \"acct_1\""));
        nothing(paid.replace("\"payment_status\": \"paid\"", "\"payment_status\": \"unpaid\""));
        nothing(paid.replace("\"client_reference_id\": \"106\"", "\"client_reference_id\": \"107\""));
        nothing(paid.replace("checkout.session.completed", "customer.created"));
        var back = """
                {"object": "refund", "status": "%s", "amount": 500, "currency": "cny",
                 "metadata": {"kanmai_payment": "106", "kanmai_refund": "9003"}}""";
        nothing(StripeStand.event("refund.updated", back.formatted("pending"), NOW));
        var done = StripeStand.event("refund.updated", back.formatted("succeeded"), NOW);
        assertThat(stripe.read(sent(done, StripeStand.signature(done, NOW, StripeStand.SECRET))))
                .contains(new Notification(Kind.REFUNDED, new PaymentId(106), 9003, Money.of(500, "CNY"), NOW, ""));
    }

    private void nothing(String body) {
        assertThat(stripe.read(sent(body, StripeStand.signature(body, NOW, StripeStand.SECRET))))
                .as(body)
                .isEmpty();
    }

    @Test
    void stripeThatIsAwayOrRefusesIsAway() {
        var settings = new StripeSettings(
                "sk_test_wrong", StripeStand.SECRET, URI.create("https://site.example"), stand.address(), null);
        var stranger = new StripeProvider(settings, new JsonMapper(), Clock.systemUTC());
        assertThat(stranger.test()).isTrue();
        assertThatThrownBy(() -> stranger.charge(charge(108))).isInstanceOf(ProviderAway.class);
        assertThat(settings.toString()).doesNotContain("sk_test").doesNotContain("whsec");
    }

    @Test
    void itTakesTheCurrenciesThatItCountsAsWeDo() {
        assertThat(stripe.takes(Currency.getInstance("EUR"))).isTrue();
        assertThat(stripe.takes(Currency.getInstance("KWD"))).isFalse();
        assertThatThrownBy(() -> new StripeSettings(
                        "sk_test_1",
                        "whsec",
                        URI.create("https://site.example"),
                        null,
                        java.util.List.of(Currency.getInstance("KWD"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theBalanceOfADayIsAskedForInTheBuyersCurrency() {
        var numbers = "\"metadata\": {\"kanmai_payment\": \"105\"%s}";
        stand.moved("charge", 255, NOW, """
                {"id": "ch_1", "object": "charge", "amount": 1990, "currency": "cny", %s}""".formatted(numbers.formatted("")));
        stand.moved("refund", -64, NOW, """
                {"id": "re_1", "object": "refund", "amount": 500, "currency": "cny", %s}""".formatted(numbers.formatted(", \"kanmai_refund\": \"9003\"")));
        stand.moved("charge", 900, NOW, """
                {"id": "ch_2", "object": "charge", "amount": 900, "currency": "eur", "metadata": {}}""");
        stand.moved("payout", -900, NOW, "{\"id\": \"po_1\", \"object\": \"payout\", \"amount\": 900}");
        assertThat(stripe.statement(LocalDate.of(2026, 3, 4)))
                .containsExactly(
                        new Movement(new PaymentId(105), 0, PRICE, NOW),
                        new Movement(new PaymentId(105), 9003, Money.of(500, "CNY"), NOW));
        assertThat(org.kanmai.app.payment.stand.Stand.form(
                        stand.asked().getLast().uri().getRawQuery()))
                .containsEntry(
                        "created[gte]",
                        Long.toString(Instant.parse("2026-03-04T00:00:00Z").getEpochSecond()))
                .containsEntry(
                        "created[lt]",
                        Long.toString(Instant.parse("2026-03-05T00:00:00Z").getEpochSecond()))
                .containsEntry("expand[0]", "data.source");
    }

    @Test
    void theReportIsReadByTheNamesOfItsColumns() {
        var report = """
                balance_transaction_id,created_utc,currency,gross,fee,reporting_category,customer_facing_amount,customer_facing_currency,payment_metadata[kanmai_payment],refund_metadata[kanmai_payment],refund_metadata[kanmai_refund]
                txn_1,2026-03-04 05:06:07,eur,2.55,0.10,charge,19.90,cny,105,,
                txn_2,2026-03-04 06:06:07,eur,-0.64,0.00,refund,-5.00,cny,105,105,9003
                txn_3,2026-03-04 07:06:07,eur,-9.00,0.00,payout,,,,,
                """;
        var day = LocalDate.of(2026, 3, 4);
        assertThat(stripe.lines(report.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        new Line("txn_1", day, new Movement(new PaymentId(105), 0, PRICE, NOW)),
                        new Line(
                                "txn_2",
                                day,
                                new Movement(new PaymentId(105), 9003, Money.of(500, "CNY"), NOW.plusSeconds(3600))));
        for (var wrong : new String[] {
            "", "a,b\n1,2\n", report.replace("19.90", "19.905"), report.replace("05:06:07,eur,2", "5,eur,2")
        }) {
            assertThatThrownBy(() -> stripe.lines(wrong.getBytes(StandardCharsets.UTF_8)))
                    .as(wrong)
                    .isInstanceOf(Refusal.class);
        }
    }
}
