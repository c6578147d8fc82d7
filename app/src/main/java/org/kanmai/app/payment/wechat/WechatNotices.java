package org.kanmai.app.payment.wechat;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.exception.WechatPayException;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.model.Transaction.TradeStateEnum;
import com.wechat.pay.java.service.refund.model.RefundNotification;
import com.wechat.pay.java.service.refund.model.Status;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.kanmai.app.payment.PaymentProvider.Kind;
import org.kanmai.app.payment.PaymentProvider.Notification;
import org.kanmai.app.payment.PaymentProvider.ProviderAway;
import org.kanmai.app.payment.PaymentProvider.Sent;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Money;
import org.kanmai.facts.PaymentId;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** WeChat Pay's notifications: believed for a signature over time, number and body, for five minutes; what they say is sealed inside. */
final class WechatNotices {
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final String SIGN_TYPE = "WECHATPAY2-SHA256-RSA2048";

    private final WechatSettings settings;
    private final NotificationParser parser;
    private final JsonMapper json;
    private final Clock clock;

    WechatNotices(WechatSettings settings, RSAPublicKeyConfig keys, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.parser = new NotificationParser(keys);
        this.json = json;
        this.clock = clock;
    }

    Optional<Notification> read(Sent sent) {
        if (!isFresh(sent.headers().get("Wechatpay-Timestamp"))) {
            throw notSigned();
        }
        try {
            var kind = json.readTree(sent.body()).path("event_type").asString("");
            return kind.startsWith("REFUND.")
                    ? refund(parser.parse(signed(sent), RefundNotification.class))
                    : payment(parser.parse(signed(sent), Transaction.class));
        } catch (WechatPayException forged) {
            throw notSigned();
        } catch (JacksonException
                | IllegalArgumentException
                | DateTimeException
                | NullPointerException
                | ProviderAway malformed) {
            throw Refusal.invalid("body", "is no notification");
        }
    }

    private static RequestParam signed(Sent sent) {
        return new RequestParam.Builder()
                .serialNumber(sent.headers().get("Wechatpay-Serial"))
                .nonce(sent.headers().get("Wechatpay-Nonce"))
                .timestamp(sent.headers().get("Wechatpay-Timestamp"))
                .signature(sent.headers().get("Wechatpay-Signature"))
                .signType(SIGN_TYPE)
                .body(sent.body())
                .build();
    }

    private boolean isFresh(String second) {
        return second.matches("[0-9]{1,12}")
                && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(second)) <= FRESH.toSeconds();
    }

    private Optional<Notification> payment(Transaction told) {
        if (!settings.merchant().equals(told.getMchid()) || !settings.app().equals(told.getAppid())) {
            throw notSigned();
        }
        return told.getTradeState() == TradeStateEnum.SUCCESS
                ? Optional.of(new Notification(
                        Kind.PAID,
                        PaymentId.parse(told.getOutTradeNo()),
                        0,
                        Requests.amount(told),
                        at(told.getSuccessTime()),
                        ""))
                : Optional.empty();
    }

    /** Refunds name no merchant: their numbers and the key that sealed them are ours alone. */
    private static Optional<Notification> refund(RefundNotification told) {
        return told.getRefundStatus() == Status.SUCCESS
                ? Optional.of(new Notification(
                        Kind.REFUNDED,
                        PaymentId.parse(told.getOutTradeNo()),
                        Long.parseLong(told.getOutRefundNo()),
                        Money.of(told.getAmount().getRefund(), WechatProvider.CURRENCY),
                        at(told.getSuccessTime()),
                        ""))
                : Optional.empty();
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    private static Refusal notSigned() {
        return new Refusal(
                HttpStatus.UNAUTHORIZED,
                "not-signed",
                "Not from the provider",
                "The signature does not hold, it is not for this merchant, or its time is more than five minutes away.");
    }
}
