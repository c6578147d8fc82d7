package org.kanmai.app.payment.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.kanmai.app.payment.PaymentProvider.Sent;
import org.kanmai.app.payment.stand.Keys;
import org.kanmai.app.payment.stand.Stand;
import tools.jackson.databind.json.JsonMapper;

/** Alipay's gateway: checks the RSA2 signature over the sorted parameters, signs the matter of each answer. */
public final class AlipayStand extends Stand {
    private final Keys merchant;
    private final Keys provider;
    private final Map<String, String> trades = new ConcurrentHashMap<>();
    private final Map<String, String> refunds = new ConcurrentHashMap<>();

    AlipayStand() {
        this(Keys.make(), Keys.make());
    }

    AlipayStand(Keys merchant, Keys provider) {
        this.merchant = merchant;
        this.provider = provider;
    }

    AlipaySettings settings() {
        return new AlipaySettings(
                "2021000000000001",
                "2088000000000001",
                merchant.secret(),
                provider.open(),
                URI.create("https://site.example"),
                address().resolve("/gateway.do"));
    }

    void state(String payment, String state) {
        trades.put(payment, state);
    }

    boolean holds(Map<String, String> parameters) {
        return merchant.holds(text(parameters, "sign"), parameters.getOrDefault("sign", ""));
    }

    /** Parameters in the order of their names, without the empty ones and the signature. */
    private static String text(Map<String, String> parameters, String... without) {
        var rest = new TreeMap<>(parameters);
        for (var each : without) {
            rest.remove(each);
        }
        return rest.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("&"));
    }

    @Override
    protected Said answer(Asked asked) {
        var all = new TreeMap<>(
                form(asked.uri().getRawQuery() == null ? "" : asked.uri().getRawQuery()));
        all.putAll(asked.form());
        var name = all.getOrDefault("method", "").replace('.', '_') + "_response";
        var matter = holds(all)
                ? matter(all)
                : "{\"code\":\"40002\",\"msg\":\"Invalid Arguments\",\"sub_code\":\"isv.invalid-signature\"}";
        return Said.json(200, "{\"%s\":%s,\"sign\":\"%s\"}".formatted(name, matter, provider.sign(matter)));
    }

    private String matter(Map<String, String> all) {
        var wish = new JsonMapper().readTree(all.getOrDefault("biz_content", "{}"));
        var payment = wish.path("out_trade_no").asString();
        if (!trades.containsKey(payment)) {
            return "{\"code\":\"40004\",\"msg\":\"Business Failed\",\"sub_code\":\"ACQ.TRADE_NOT_EXIST\"}";
        }
        var refund = wish.path("out_request_no").asString("");
        return switch (all.getOrDefault("method", "")) {
            case "alipay.trade.query" ->
                "{\"code\":\"10000\",\"msg\":\"Success\",\"out_trade_no\":\"%s\",\"trade_status\":\"%s\",\"total_amount\":\"19.90\"}"
                        .formatted(payment, trades.get(payment));
            case "alipay.trade.close" -> {
                trades.put(payment, "TRADE_CLOSED");
                yield "{\"code\":\"10000\",\"msg\":\"Success\"}";
            }
            case "alipay.trade.refund" ->
                "{\"code\":\"10000\",\"msg\":\"Success\",\"fund_change\":\"%s\"}"
                        .formatted(
                                refunds.putIfAbsent(
                                                        refund,
                                                        wish.path("refund_amount")
                                                                .asString())
                                                == null
                                        ? "Y"
                                        : "N");
            default ->
                "{\"code\":\"10000\",\"msg\":\"Success\"%s}"
                        .formatted(refunds.containsKey(refund) ? ",\"refund_status\":\"REFUND_SUCCESS\"" : "");
        };
    }

    /** A form in the words of the documents. */
    static Map<String, String> paid(String payment, String amount) {
        var told = new TreeMap<String, String>();
        told.put("notify_id", "2026030400222130607000000001");
        told.put("notify_type", "trade_status_sync");
        told.put("notify_time", "2026-03-04 13:06:08");
        told.put("gmt_payment", "2026-03-04 13:06:07");
        told.put("charset", "UTF-8");
        told.put("app_id", "2021000000000001");
        told.put("seller_id", "2088000000000001");
        told.put("out_trade_no", payment);
        told.put("trade_no", "2026030422001400000000000001");
        told.put("trade_status", "TRADE_SUCCESS");
        told.put("total_amount", amount);
        told.put("subject", "一杯茶 & 点心");
        return told;
    }

    /** Returns the form that is sent when a payment is paid. */
    public String told(String payment, String amount, java.time.Instant at) {
        var told = new TreeMap<>(paid(payment, amount));
        told.put("notify_time", AlipayProvider.TIME.format(at.atZone(AlipayProvider.CHINA)));
        return body(told);
    }

    String body(Map<String, String> told) {
        var signed = new TreeMap<>(told);
        signed.put("sign", provider.sign(text(told, "sign", "sign_type")));
        signed.put("sign_type", "RSA2");
        return encoded(signed);
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Sent sent(String body) {
        return new Sent("/api/payments/notifications/alipay", body, name -> "");
    }
}
