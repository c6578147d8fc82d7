package org.kanmai.app.payment.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kanmai.app.payment.PaymentProvider.Charge;
import org.kanmai.app.payment.PaymentProvider.Charged;
import org.kanmai.app.payment.PaymentProvider.Kind;
import org.kanmai.app.payment.PaymentProvider.Line;
import org.kanmai.app.payment.PaymentProvider.Movement;
import org.kanmai.app.payment.PaymentProvider.Notification;
import org.kanmai.app.payment.PaymentProvider.ProviderAway;
import org.kanmai.app.payment.PaymentProvider.Refund;
import org.kanmai.app.payment.PaymentProvider.State;
import org.kanmai.app.payment.stand.Keys;
import org.kanmai.app.payment.stand.Stand;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Money;
import org.kanmai.facts.PaymentId;
import tools.jackson.databind.json.JsonMapper;

class AlipayProviderTests {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final Money PRICE = Money.of(1990, "CNY");
    private static final Keys MERCHANT = Keys.make();
    private static final Keys PROVIDER = Keys.make();
    private final AlipayStand stand = new AlipayStand(MERCHANT, PROVIDER);
    private final AlipayProvider alipay = at(NOW);

    private AlipayProvider at(Instant instant) {
        return new AlipayProvider(stand.settings(), Clock.fixed(instant, ZoneOffset.UTC));
    }

    private static Charged charged(long number) {
        return new Charged(new PaymentId(number), Long.toString(number), PRICE);
    }

    @Test
    void aPaymentIsASignedAddressAndNothingIsSent() {
        var page = alipay.charge(new Charge(new PaymentId(301), PRICE, "一杯茶 & 点心", NOW, NOW.plusSeconds(900)));
        var told = Stand.form(page.address().getRawQuery());
        assertThat(stand.holds(told)).isTrue();
        assertThat(told)
                .containsEntry("app_id", "2021000000000001")
                .containsEntry("method", "alipay.trade.page.pay")
                .containsEntry("sign_type", "RSA2")
                .containsEntry("notify_url", "https://site.example/api/payments/notifications/alipay");
        var wish = new JsonMapper().readTree(told.get("biz_content"));
        assertThat(wish.path("out_trade_no").asString()).isEqualTo("301");
        assertThat(wish.path("total_amount").asString()).isEqualTo("19.90");
        assertThat(wish.path("time_expire").asString()).isEqualTo("2026-03-04 13:21:07");
        assertThat(stand.asked()).noneMatch(asked -> asked.body().contains("page.pay"));
    }

    @Test
    void whatItSaysOfATradeIsWhereThePaymentStands() {
        assertThat(alipay.ask(charged(302)).state()).isEqualTo(State.UNKNOWN);
        alipay.close(charged(302));
        stand.state("302", "WAIT_BUYER_PAY");
        assertThat(alipay.ask(charged(302)).state()).isEqualTo(State.OPEN);
        stand.state("302", "TRADE_SUCCESS");
        assertThat(alipay.ask(charged(302)).amount()).isEqualTo(PRICE);
        alipay.close(charged(302));
        assertThat(alipay.ask(charged(302)).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aPartGoesBackOnceUnderItsOwnNumber() {
        stand.state("303", "TRADE_SUCCESS");
        assertThat(alipay.refunded(charged(303), 9001)).isFalse();
        var part = new Refund(9001, new PaymentId(303), Money.of(500, "CNY"));
        assertThat(alipay.refund(charged(303), part)).isTrue();
        assertThat(alipay.refund(charged(303), part)).as("nothing moved again").isFalse();
        assertThat(alipay.refunded(charged(303), 9001)).isTrue();
    }

    @Test
    void anAnswerUnderAnotherSignatureIsNone() {
        var settings = stand.settings();
        var wrong = new AlipaySettings(
                settings.app(),
                settings.seller(),
                settings.privateKey(),
                new AlipayStand().settings().providerKey(),
                settings.site(),
                settings.address());
        stand.state("304", "TRADE_SUCCESS");
        assertThatThrownBy(() -> new AlipayProvider(wrong, Clock.systemUTC()).ask(charged(304)))
                .isInstanceOf(ProviderAway.class);
    }

    @Test
    void aNotificationIsBelievedForItsSignatureAsLongAsItIsRepeated() {
        var body = stand.body(AlipayStand.paid("305", "19.90"));
        var told = new Notification(Kind.PAID, new PaymentId(305), 0, PRICE, NOW, "");
        assertThat(alipay.read(AlipayStand.sent(body))).contains(told);
        assertThat(at(NOW.plusSeconds(25 * 3600)).read(AlipayStand.sent(body))).contains(told);
        forged(at(NOW.plusSeconds(27 * 3600)), body);
        forged(at(NOW.minusSeconds(600)), body);
        forged(alipay, body.replace("19.90", "0.01"));
        forged(alipay, body.replace("sign_type=RSA2", "sign_type=RSA").replace("19.90", "19.91"));
        forged(alipay, body.replaceAll("&sign=[^&]*", ""));
        forged(alipay, body + "&out_trade_no=306");
        forged(alipay, new AlipayStand().body(AlipayStand.paid("305", "19.90")));
        forged(alipay, "");
    }

    @Test
    void notificationsForAnotherMerchantAreRefusedAndOtherStatesSayNothing() {
        forged(alipay, stand.body(with("app_id", "2021000000000002")));
        forged(alipay, stand.body(with("seller_id", "2088000000000002")));
        forged(alipay, stand.body(with("total_amount", "19.905")));
        assertThat(alipay.read(AlipayStand.sent(stand.body(with("trade_status", "WAIT_BUYER_PAY")))))
                .isEmpty();
        var closed = with("trade_status", "TRADE_CLOSED");
        assertThat(alipay.read(AlipayStand.sent(stand.body(closed))))
                .hasValueSatisfying(told -> assertThat(told.kind()).isEqualTo(Kind.CLOSED));
        closed.put("gmt_refund", "2026-03-04 13:06:07.123");
        assertThat(alipay.read(AlipayStand.sent(stand.body(closed)))).isEmpty();
    }

    private static Map<String, String> with(String name, String value) {
        var told = new TreeMap<>(AlipayStand.paid("306", "19.90"));
        told.put(name, value);
        return told;
    }

    private static void forged(AlipayProvider alipay, String body) {
        assertThatThrownBy(() -> alipay.read(AlipayStand.sent(body))).as(body).isInstanceOf(Refusal.class);
    }

    @Test
    void theBillIsReadInItsOwnEncoding() {
        var bill = """
                #支付宝业务明细查询
                #账号：[20880000000000010156]
                #起始日期：[2026年03月04日 00:00:00]   终止日期：[2026年03月05日 00:00:00]
                #-----------------------------------------业务明细列表----------------------------------------
                支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注
                2026030422001400000000000001\t,305\t,交易\t,一杯茶\t,2026-03-04 13:06:00,2026-03-04 13:06:07,\t,\t,\t,\t,b***@example.com,19.90,19.90,0.00,0.00,0.00,0.00,0.00,\t,0.00,0.00,\t,-0.12,0.00,\t
                2026030422001400000000000001\t,305\t,退款\t,一杯茶\t,2026-03-04 13:06:00,2026-03-04 14:06:07,\t,\t,\t,\t,b***@example.com,-5.00,-5.00,0.00,0.00,0.00,0.00,0.00,\t,0.00,0.00,9001\t,0.03,0.00,\t
                #-----------------------------------------业务明细列表结束------------------------------------
                #导出时间：[2026年03月05日 10:00:00]
                """;
        var day = LocalDate.of(2026, 3, 4);
        var lines = alipay.lines(bill.getBytes(Charset.forName("GBK")));
        assertThat(lines)
                .containsExactly(
                        new Line("2026030422001400000000000001", day, new Movement(new PaymentId(305), 0, PRICE, NOW)),
                        new Line(
                                "2026030422001400000000000001-9001",
                                day,
                                new Movement(new PaymentId(305), 9001, Money.of(500, "CNY"), NOW.plusSeconds(3600))));
        assertThat(alipay.lines(bill.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(lines);
    }
}
