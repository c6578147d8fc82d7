package org.kanmai.app.payment.wechat;

import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.kanmai.app.payment.PaymentProvider.Charge;
import org.kanmai.app.payment.PaymentProvider.Charged;
import org.kanmai.app.payment.PaymentProvider.ProviderAway;
import org.kanmai.app.payment.PaymentProvider.Refund;
import org.kanmai.facts.Money;

/** What is asked of WeChat Pay, in its own words. */
final class Requests {
    private static final String NOTIFICATIONS = "/api/payments/notifications/wechat";

    /** A description has 127 bytes at most; a Chinese character has three of them. */
    private static final int LONGEST_TITLE = 40;

    private Requests() {}

    static PrepayRequest prepay(WechatSettings settings, Charge charge) {
        var amount = new Amount();
        amount.setTotal(Math.toIntExact(charge.amount().minor()));
        amount.setCurrency(charge.amount().currency().getCurrencyCode());
        var wish = new PrepayRequest();
        wish.setAppid(settings.app());
        wish.setMchid(settings.merchant());
        wish.setDescription(shortened(charge.shownAs()));
        wish.setOutTradeNo(charge.payment().toString());
        wish.setTimeExpire(charge.expiresAt()
                .truncatedTo(ChronoUnit.SECONDS)
                .atZone(WechatProvider.CHINA)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        wish.setNotifyUrl(settings.site().resolve(NOTIFICATIONS).toString());
        wish.setAmount(amount);
        return wish;
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE));
    }

    static CreateRequest refund(WechatSettings settings, Charged charged, Refund refund) {
        var amount = new AmountReq();
        amount.setRefund(refund.amount().minor());
        amount.setTotal(charged.amount().minor());
        amount.setCurrency(refund.amount().currency().getCurrencyCode());
        var wish = new CreateRequest();
        wish.setOutTradeNo(charged.payment().toString());
        wish.setOutRefundNo(Long.toString(refund.id()));
        wish.setNotifyUrl(settings.site().resolve(NOTIFICATIONS).toString());
        wish.setAmount(amount);
        return wish;
    }

    static Money amount(Transaction transaction) {
        var amount = transaction.getAmount();
        if (amount == null || amount.getTotal() == null || amount.getCurrency() == null) {
            throw new ProviderAway("WeChat Pay names no amount", null);
        }
        return Money.of(amount.getTotal(), amount.getCurrency());
    }
}
