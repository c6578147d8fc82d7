package org.kanmai.app.payment.alipay;

import com.alipay.api.domain.AlipayTradeCloseModel;
import com.alipay.api.domain.AlipayTradeFastpayRefundQueryModel;
import com.alipay.api.domain.AlipayTradePagePayModel;
import com.alipay.api.domain.AlipayTradeQueryModel;
import com.alipay.api.domain.AlipayTradeRefundModel;
import com.alipay.api.request.AlipayTradeCloseRequest;
import com.alipay.api.request.AlipayTradeFastpayRefundQueryRequest;
import com.alipay.api.request.AlipayTradePagePayRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import com.alipay.api.response.AlipayTradeQueryResponse;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.payment.PaymentProvider;
import org.kanmai.app.payment.statement.Decimals;

/** Alipay as a provider: our numbers are its {@code out_trade_no} and {@code out_request_no}. */
final class AlipayProvider implements PaymentProvider {
    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    static final String CURRENCY = "CNY";
    private static final long NUMBER = 4;
    private static final String NOTIFICATIONS = "/api/payments/notifications/alipay";

    private final AlipaySettings settings;
    private final AlipayCalls calls;
    private final AlipayNotices notices;
    private final Clock clock;

    AlipayProvider(AlipaySettings settings, Clock clock) {
        this.settings = settings;
        this.calls = new AlipayCalls(settings);
        this.notices = new AlipayNotices(settings, clock);
        this.clock = clock;
    }

    @Override
    public String code() {
        return "alipay";
    }

    @Override
    public long number() {
        return NUMBER;
    }

    @Override
    public Opens opens() {
        return Opens.TAB;
    }

    @Override
    public boolean test() {
        return settings.test();
    }

    @Override
    public boolean takes(Currency currency) {
        return currency.getCurrencyCode().equals(CURRENCY);
    }

    @Override
    public ZoneId days() {
        return CHINA;
    }

    @Override
    public boolean fetches() {
        return false;
    }

    @Override
    public String thanks() {
        return "success";
    }

    @Override
    public Page charge(Charge charge) {
        var model = new AlipayTradePagePayModel();
        model.setOutTradeNo(charge.payment().toString());
        model.setTotalAmount(Decimals.text(charge.amount()));
        model.setSubject(charge.shownAs());
        model.setProductCode("FAST_INSTANT_TRADE_PAY");
        model.setTimeExpire(TIME.format(charge.expiresAt().atZone(CHINA)));
        var request = new AlipayTradePagePayRequest();
        request.setBizModel(model);
        request.setNotifyUrl(settings.site().resolve(NOTIFICATIONS).toString());
        request.setReturnUrl(settings.site().resolve("/orders").toString());
        return new Page(URI.create(calls.page(request)), charge.payment().toString());
    }

    @Override
    public Standing ask(Charged charged) {
        var model = new AlipayTradeQueryModel();
        model.setOutTradeNo(charged.payment().toString());
        var request = new AlipayTradeQueryRequest();
        request.setBizModel(model);
        return calls.find(request).map(this::standing).orElseGet(() -> new Standing(State.UNKNOWN, null, null));
    }

    private Standing standing(AlipayTradeQueryResponse trade) {
        return switch (trade.getTradeStatus()) {
            case "TRADE_SUCCESS", "TRADE_FINISHED" ->
                new Standing(State.PAID, Decimals.money(trade.getTotalAmount(), CURRENCY), clock.instant());
            case "TRADE_CLOSED" -> new Standing(State.CLOSED, null, null);
            default -> new Standing(State.OPEN, null, null);
        };
    }

    /** Alipay knows a trade only once its buyer has come: one that is not there is closed already. */
    @Override
    public void close(Charged charged) {
        var model = new AlipayTradeCloseModel();
        model.setOutTradeNo(charged.payment().toString());
        var request = new AlipayTradeCloseRequest();
        request.setBizModel(model);
        calls.find(request);
    }

    @Override
    public boolean refund(Charged charged, Refund refund) {
        var model = new AlipayTradeRefundModel();
        model.setOutTradeNo(charged.payment().toString());
        model.setOutRequestNo(Long.toString(refund.id()));
        model.setRefundAmount(Decimals.text(refund.amount()));
        var request = new AlipayTradeRefundRequest();
        request.setBizModel(model);
        return "Y".equals(calls.ask(request).getFundChange());
    }

    @Override
    public boolean refunded(Charged charged, long refund) {
        var model = new AlipayTradeFastpayRefundQueryModel();
        model.setOutTradeNo(charged.payment().toString());
        model.setOutRequestNo(Long.toString(refund));
        var request = new AlipayTradeFastpayRefundQueryRequest();
        request.setBizModel(model);
        return calls.find(request)
                .filter(answer -> "REFUND_SUCCESS".equals(answer.getRefundStatus()))
                .isPresent();
    }

    @Override
    public Optional<Notification> read(Sent sent) {
        return notices.read(sent);
    }

    @Override
    public List<Movement> statement(LocalDate day) {
        return List.of();
    }

    @Override
    public List<Line> lines(byte[] file) {
        return AlipayBill.lines(file);
    }
}
