package org.kanmai.app.payment.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.kanmai.app.payment.PaymentProvider.Charge;
import org.kanmai.app.payment.PaymentProvider.Charged;
import org.kanmai.app.payment.PaymentProvider.Kind;
import org.kanmai.app.payment.PaymentProvider.Movement;
import org.kanmai.app.payment.PaymentProvider.Notification;
import org.kanmai.app.payment.PaymentProvider.ProviderAway;
import org.kanmai.app.payment.PaymentProvider.Refund;
import org.kanmai.app.payment.PaymentProvider.Sent;
import org.kanmai.app.payment.PaymentProvider.State;
import org.kanmai.app.payment.stand.Keys;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Money;
import org.kanmai.facts.PaymentId;
import tools.jackson.databind.json.JsonMapper;

class WechatProviderTests {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final Money PRICE = Money.of(1990, "CNY");
    private static final String BILL = """
            交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注
            `2026-03-04 13:06:07,`wxd678efh567hg6787,`1900000001,`0,`,`4200000001,`201,`o1,`NATIVE,`SUCCESS,`CMC,`CNY,`19.90,`0.00,`0,`0,`0.00,`0.00,`,`,`一杯茶,`,`0.12000,`0.60%,`19.90,`0.00,`
            `2026-03-04 14:06:07,`wxd678efh567hg6787,`1900000001,`0,`,`4200000001,`201,`o1,`NATIVE,`REFUND,`CMC,`CNY,`0.00,`0.00,`5030000001,`9001,`5.00,`0.00,`ORIGINAL,`SUCCESS,`一杯茶,`,`-0.03000,`0.60%,`0.00,`5.00,`
            总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额
            `2,`19.90,`5.00,`0.00,`0.09000,`19.90,`5.00
            """;
    private static final Keys MERCHANT = Keys.make();
    private static final Keys PROVIDER = Keys.make();
    private final WechatStand stand = new WechatStand(MERCHANT, PROVIDER);
    private final WechatProvider wechat = at(NOW);

    private WechatProvider at(Instant instant) {
        return new WechatProvider(stand.settings(), new JsonMapper(), Clock.fixed(instant, ZoneOffset.UTC));
    }

    private static Charged charged(long number) {
        return new Charged(new PaymentId(number), Long.toString(number), PRICE);
    }

    private static Charge charge(long number) {
        return new Charge(new PaymentId(number), PRICE, "茶".repeat(60), NOW, NOW.plusSeconds(900));
    }

    @Test
    void aPaymentIsACodeToScanAskedForUnderOurSignature() {
        assertThat(wechat.charge(charge(201)).address()).isEqualTo(URI.create("weixin://wxpay/bizpayurl?pr=p4lpSuKzz"));
        var wish = new JsonMapper().readTree(stand.asked().getLast().body());
        assertThat(wish.path("out_trade_no").asString()).isEqualTo("201");
        assertThat(wish.at("/amount/total").asLong()).isEqualTo(1990);
        assertThat(wish.path("time_expire").asString()).isEqualTo("2026-03-04T13:21:07+08:00");
        assertThat(wish.path("notify_url").asString())
                .isEqualTo("https://site.example/api/payments/notifications/wechat");
        assertThat(wish.path("description").asString()).hasSize(40);
        assertThat(wechat.takes(Currency.getInstance("USD"))).isFalse();
    }

    @Test
    void whatItSaysOfATransactionIsWhereThePaymentStands() {
        assertThat(wechat.ask(charged(202)).state()).isEqualTo(State.UNKNOWN);
        wechat.charge(charge(202));
        assertThat(wechat.ask(charged(202)).state()).isEqualTo(State.OPEN);
        wechat.close(charged(202));
        assertThat(wechat.ask(charged(202)).state()).isEqualTo(State.CLOSED);
        stand.state("202", "REFUND");
        assertThat(wechat.ask(charged(202)).amount()).isEqualTo(PRICE);
    }

    @Test
    void aPartGoesBackOnceUnderItsOwnNumber() {
        assertThat(wechat.refunded(charged(203), 9001)).isFalse();
        var part = new Refund(9001, new PaymentId(203), Money.of(500, "CNY"));
        assertThat(wechat.refund(charged(203), part)).as("it takes a while").isFalse();
        var wish = new JsonMapper().readTree(stand.asked().getLast().body());
        assertThat(wish.path("out_refund_no").asString()).isEqualTo("9001");
        assertThat(wish.at("/amount/refund").asLong()).isEqualTo(500);
        assertThat(wish.at("/amount/total").asLong()).isEqualTo(1990);
        assertThat(wechat.refunded(charged(203), 9001)).isTrue();
    }

    @Test
    void anAnswerUnderAnotherSignatureIsNone() {
        var others = new WechatStand();
        var settings = stand.settings();
        var wrong = new WechatSettings(
                settings.merchant(),
                settings.app(),
                settings.serial(),
                settings.privateKey(),
                settings.apiKey(),
                others.settings().providerKey(),
                WechatStand.ID,
                settings.site(),
                stand.address());
        var stranger = new WechatProvider(wrong, new JsonMapper(), Clock.systemUTC());
        assertThatThrownBy(() -> stranger.charge(charge(204))).isInstanceOf(ProviderAway.class);
        var unknown = new WechatProvider(others.settings(), new JsonMapper(), Clock.systemUTC());
        assertThat(unknown.ask(charged(204)).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void aNotificationIsBelievedForItsSignatureAndSealForFiveMinutes() {
        var body = paid(WechatStand.transaction("205", "SUCCESS", 1990), WechatStand.API_KEY);
        var sent = stand.sent(body, NOW);
        assertThat(wechat.read(sent)).contains(new Notification(Kind.PAID, new PaymentId(205), 0, PRICE, NOW, ""));
        assertThat(at(NOW.plusSeconds(300)).read(sent)).isPresent();
        forged(at(NOW.plusSeconds(301)), sent);
        forged(at(NOW.minusSeconds(301)), sent);
        forged(wechat, new Sent(sent.path(), sent.body().replace("EV-", "EW-"), sent.headers()));
        forged(wechat, new Sent(sent.path(), sent.body(), name -> ""));
        forged(wechat, new WechatStand().sent(body, NOW));
        forged(wechat, stand.sent(paid(WechatStand.transaction("205", "SUCCESS", 1990), "f".repeat(32)), NOW));
    }

    @Test
    void notificationsForAnotherMerchantAreRefusedAndOtherStatesSayNothing() {
        var matter = WechatStand.transaction("206", "SUCCESS", 1990);
        forged(wechat, signed(matter.replace("1900000001", "1900000002")));
        forged(wechat, signed(matter.replace("wxd678", "wxd679")));
        assertThat(wechat.read(signed(matter.replace("SUCCESS", "PAYERROR")))).isEmpty();
        var back = """
                {"mchid": "1900000001", "out_trade_no": "206", "out_refund_no": "9002", "refund_status": "%s",
                 "success_time": "2026-03-04T13:06:07+08:00", "amount": {"total": 1990, "refund": 500, "payer_total": 1990, "payer_refund": 500}}""";
        assertThat(wechat.read(refund(back.formatted("ABNORMAL")))).isEmpty();
        assertThat(wechat.read(refund(back.formatted("SUCCESS"))))
                .contains(new Notification(Kind.REFUNDED, new PaymentId(206), 9002, Money.of(500, "CNY"), NOW, ""));
    }

    private Sent signed(String matter) {
        return stand.sent(paid(matter, WechatStand.API_KEY), NOW);
    }

    private Sent refund(String matter) {
        return stand.sent(WechatStand.notification("REFUND.SUCCESS", "refund", matter, WechatStand.API_KEY), NOW);
    }

    private static String paid(String matter, String key) {
        return WechatStand.notification("TRANSACTION.SUCCESS", "transaction", matter, key);
    }

    private static void forged(WechatProvider wechat, Sent sent) {
        assertThatThrownBy(() -> wechat.read(sent)).as(sent.body()).isInstanceOf(Refusal.class);
    }

    @Test
    void theBillOfADayIsFetchedAndItsSumChecked() {
        stand.bill(BILL);
        var movements = wechat.statement(LocalDate.of(2026, 3, 4));
        assertThat(movements)
                .containsExactly(
                        new Movement(new PaymentId(201), 0, PRICE, NOW),
                        new Movement(new PaymentId(201), 9001, Money.of(500, "CNY"), NOW.plusSeconds(3600)));
        assertThat(stand.asked().getLast().uri().getPath()).isEqualTo("/v3/billdownload/file");
    }

    @Test
    void aBillThatIsReadTwiceHasTheSameNumbers() {
        var file = BILL.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(wechat.lines(file)).extracting("number").containsExactly("4200000001", "5030000001");
        assertThat(wechat.lines(file)).isEqualTo(wechat.lines(file));
        var other = BILL.replace("1900000001", "1900000002").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThatThrownBy(() -> wechat.lines(other)).isInstanceOf(Refusal.class);
    }
}
