package org.kanmai.app.payment.wechat;

import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.WechatPayException;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.model.Transaction.TradeStateEnum;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.QueryByOutRefundNoRequest;
import com.wechat.pay.java.service.refund.model.Status;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.kanmai.app.payment.PaymentProvider;
import tools.jackson.databind.json.JsonMapper;

/** WeChat Pay as a provider: our numbers are its {@code out_trade_no} and {@code out_refund_no}. */
final class WechatProvider implements PaymentProvider {
    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    static final String CURRENCY = "CNY";
    private static final long NUMBER = 3;
    private static final int NOT_FOUND = 404;
    private static final int MADE_AT_HOUR = 10;

    private final WechatSettings settings;
    private final NativePayService payments;
    private final RefundService refunds;
    private final WechatBills bills;
    private final WechatNotices notices;
    private final Clock clock;

    WechatProvider(WechatSettings settings, JsonMapper json, Clock clock) {
        var keys = WechatKeys.of(settings);
        var client = new WechatClient(keys, settings.endpoint());
        this.settings = settings;
        this.payments = new NativePayService.Builder().httpClient(client).build();
        this.refunds = new RefundService.Builder().httpClient(client).build();
        this.bills = new WechatBills(settings, client, keys);
        this.notices = new WechatNotices(settings, keys, json, clock);
        this.clock = clock;
    }

    @Override
    public String code() {
        return "wechat";
    }

    @Override
    public long number() {
        return NUMBER;
    }

    @Override
    public Opens opens() {
        return Opens.CODE;
    }

    @Override
    public boolean test() {
        return false;
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
    public Page charge(Charge charge) {
        var code = answered(() -> payments.prepay(Requests.prepay(settings, charge)))
                .getCodeUrl();
        return new Page(URI.create(code), charge.payment().toString());
    }

    @Override
    public Standing ask(Charged charged) {
        var question = new QueryOrderByOutTradeNoRequest();
        question.setMchid(settings.merchant());
        question.setOutTradeNo(charged.payment().toString());
        return found(() -> payments.queryOrderByOutTradeNo(question))
                .map(this::standing)
                .orElseGet(() -> new Standing(State.UNKNOWN, null, null));
    }

    private Standing standing(Transaction transaction) {
        return switch (transaction.getTradeState()) {
            case SUCCESS, REFUND -> new Standing(State.PAID, Requests.amount(transaction), clock.instant());
            case CLOSED, REVOKED, PAYERROR -> new Standing(State.CLOSED, null, null);
            case NOTPAY, USERPAYING, ACCEPT -> new Standing(State.OPEN, null, null);
        };
    }

    @Override
    public void close(Charged charged) {
        var wish = new CloseOrderRequest();
        wish.setMchid(settings.merchant());
        wish.setOutTradeNo(charged.payment().toString());
        answered(() -> {
            payments.closeOrder(wish);
            return TradeStateEnum.CLOSED;
        });
    }

    @Override
    public boolean refund(Charged charged, Refund refund) {
        var wish = Requests.refund(settings, charged, refund);
        return answered(() -> refunds.create(wish)).getStatus() == Status.SUCCESS;
    }

    @Override
    public boolean refunded(Charged charged, long refund) {
        var question = new QueryByOutRefundNoRequest();
        question.setOutRefundNo(Long.toString(refund));
        return found(() -> refunds.queryByOutRefundNo(question))
                .filter(answer -> answer.getStatus() == Status.SUCCESS)
                .isPresent();
    }

    private static <T> T answered(Supplier<T> question) {
        return found(question).orElseThrow(() -> new ProviderAway("WeChat Pay knows no such thing", null));
    }

    private static <T> Optional<T> found(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (ServiceException refused) {
            if (refused.getHttpStatusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw new ProviderAway(
                    "WeChat Pay answers " + refused.getHttpStatusCode() + " " + refused.getErrorCode(), refused);
        } catch (WechatPayException | IllegalArgumentException away) {
            throw new ProviderAway("WeChat Pay does not answer, or not in its own words", away);
        }
    }

    @Override
    public Optional<Notification> read(Sent sent) {
        return notices.read(sent);
    }

    @Override
    public List<Movement> statement(LocalDate day) {
        try {
            return answered(() -> bills.of(day)).stream().map(Line::movement).toList();
        } catch (ProviderAway away) {
            if (isEmpty(away, day)) {
                return List.of();
            }
            throw away;
        }
    }

    /** A day without a movement has no bill; one whose bill is not made yet has none either, until the next day's tenth hour. */
    private boolean isEmpty(ProviderAway away, LocalDate day) {
        var made = day.plusDays(1).atTime(MADE_AT_HOUR, 0).atZone(CHINA).toInstant();
        return away.getCause() instanceof ServiceException refused
                && "NO_STATEMENT_EXIST".equals(refused.getErrorCode())
                && !clock.instant().isBefore(made);
    }

    @Override
    public List<Line> lines(byte[] file) {
        return WechatBill.lines(file, settings.merchant());
    }
}
