package org.kanmai.app.payment.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kanmai.app.payment.PaymentProvider.Kind;
import org.kanmai.app.payment.PaymentProvider.Notification;
import org.kanmai.app.payment.PaymentProvider.Sent;
import org.kanmai.app.payment.statement.Decimals;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.PaymentId;
import org.springframework.http.HttpStatus;

/** Alipay's notifications: a form whose sorted parameters are signed by RSA2; it repeats one for 25 hours with the time of the first. */
final class AlipayNotices {
    private static final Duration FRESH = Duration.ofHours(26);
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final int MOST_PARAMETERS = 100;

    private final AlipaySettings settings;
    private final String key;
    private final Clock clock;

    AlipayNotices(AlipaySettings settings, Clock clock) {
        this.settings = settings;
        this.key = AlipayKeys.bare(settings.providerKey());
        this.clock = clock;
    }

    Optional<Notification> read(Sent sent) {
        try {
            var told = parameters(sent.body());
            if (!isSigned(told) || !isOurs(told) || !isFresh(time(told, "notify_time"))) {
                throw notSigned();
            }
            return about(told);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException malformed) {
            throw Refusal.invalid("body", "is no notification");
        }
    }

    private static Map<String, String> parameters(String body) {
        var parameters = new HashMap<String, String>();
        for (var pair : body.split("&", MOST_PARAMETERS)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("no parameter");
            }
            var name = URLDecoder.decode(pair.substring(0, equals), UTF_8);
            if (parameters.put(name, URLDecoder.decode(pair.substring(equals + 1), UTF_8)) != null) {
                throw new IllegalArgumentException("twice the same parameter");
            }
        }
        return parameters;
    }

    /** Whatever the form says of its kind of signature, only RSA2 counts. */
    private boolean isSigned(Map<String, String> told) {
        try {
            return told.containsKey("sign") && AlipaySignature.rsaCheckV1(new HashMap<>(told), key, "UTF-8", "RSA2");
        } catch (AlipayApiException forged) {
            return false;
        }
    }

    private boolean isOurs(Map<String, String> told) {
        return settings.app().equals(told.get("app_id")) && settings.seller().equals(told.get("seller_id"));
    }

    private boolean isFresh(Instant at) {
        var now = clock.instant();
        return at.isAfter(now.minus(FRESH)) && at.isBefore(now.plus(AHEAD));
    }

    /** A refund changes the trade too and is told of likewise; that it is done is asked for. */
    private static Optional<Notification> about(Map<String, String> told) {
        return switch (told.getOrDefault("trade_status", "")) {
            case "TRADE_SUCCESS", "TRADE_FINISHED" -> Optional.of(notification(told, Kind.PAID));
            case "TRADE_CLOSED" ->
                told.containsKey("gmt_refund") ? Optional.empty() : Optional.of(notification(told, Kind.CLOSED));
            default -> Optional.empty();
        };
    }

    private static Notification notification(Map<String, String> told, Kind kind) {
        return new Notification(
                kind,
                PaymentId.parse(told.getOrDefault("out_trade_no", "")),
                0,
                Decimals.money(told.getOrDefault("total_amount", ""), AlipayProvider.CURRENCY),
                time(told, told.containsKey("gmt_payment") ? "gmt_payment" : "notify_time"),
                "");
    }

    private static Instant time(Map<String, String> told, String name) {
        return LocalDateTime.parse(told.getOrDefault(name, ""), AlipayProvider.TIME)
                .atZone(AlipayProvider.CHINA)
                .toInstant();
    }

    private static Refusal notSigned() {
        return new Refusal(
                HttpStatus.UNAUTHORIZED,
                "not-signed",
                "Not from the provider",
                "The signature does not hold, it is not for this merchant, or it is too old.");
    }
}
