package org.kanmai.app.payment.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.kanmai.app.payment.PaymentProvider.Sent;
import org.kanmai.app.payment.stand.Keys;
import org.kanmai.app.payment.stand.Stand;
import tools.jackson.databind.json.JsonMapper;

/** WeChat Pay's side: checks the authorization of each request, signs each answer, seals and signs notifications. */
public final class WechatStand extends Stand {
    static final String API_KEY = "0123456789abcdef0123456789abcdef";
    static final String ID = "PUB_KEY_ID_0000000000000000000001";
    private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048 ";
    private static final Pattern PART = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    private final Keys merchant;
    private final Keys provider;
    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final Map<String, String> refunds = new ConcurrentHashMap<>();
    private volatile byte[] bill = new byte[0];

    WechatStand() {
        this(Keys.make(), Keys.make());
    }

    WechatStand(Keys merchant, Keys provider) {
        this.merchant = merchant;
        this.provider = provider;
    }

    WechatSettings settings() {
        return new WechatSettings(
                "1900000001",
                "wxd678efh567hg6787",
                "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
                merchant.secret(),
                API_KEY,
                provider.open(),
                ID,
                URI.create("https://site.example"),
                address());
    }

    void bill(String text) {
        bill = text.getBytes(UTF_8);
    }

    void state(String payment, String state) {
        states.put(payment, state);
    }

    @Override
    protected Said answer(Asked asked) {
        if (!isAuthorized(asked)) {
            return signed(401, "{\"code\": \"SIGN_ERROR\", \"message\": \"no\"}");
        }
        var path = asked.uri().getPath();
        if (path.equals("/v3/billdownload/file")) {
            return new Said(200, Map.of("Content-Type", "text/plain"), bill);
        }
        if (path.equals("/v3/bill/tradebill")) {
            return signed(200, """
                    {"hash_type": "SHA1", "hash_value": "%s", "download_url": "https://api.mch.weixin.qq.com/v3/billdownload/file?token=1"}""".formatted(sha1(bill)));
        }
        if (path.equals("/v3/pay/transactions/native")) {
            states.putIfAbsent(
                    new JsonMapper().readTree(asked.body()).path("out_trade_no").asString(), "NOTPAY");
            return signed(200, "{\"code_url\": \"weixin://wxpay/bizpayurl?pr=p4lpSuKzz\"}");
        }
        if (path.equals("/v3/refund/domestic/refunds")) {
            var wish = new JsonMapper().readTree(asked.body());
            return refund(refunds.computeIfAbsent(wish.path("out_refund_no").asString(), any -> "PROCESSING"));
        }
        if (path.startsWith("/v3/refund/domestic/refunds/")) {
            var known = refunds.computeIfPresent(path.substring(28), (any, state) -> "SUCCESS");
            return known == null
                    ? signed(404, "{\"code\": \"RESOURCE_NOT_EXISTS\", \"message\": \"no\"}")
                    : refund(known);
        }
        var payment = path.replace("/v3/pay/transactions/out-trade-no/", "").replace("/close", "");
        if (!states.containsKey(payment)) {
            return signed(404, "{\"code\": \"ORDER_NOT_EXIST\", \"message\": \"no\"}");
        }
        if (path.endsWith("/close")) {
            states.put(payment, "CLOSED");
            return signed(204, "");
        }
        return signed(200, transaction(payment, states.get(payment), 1990));
    }

    private Said refund(String status) {
        return signed(200, "{\"refund_id\": \"1\", \"status\": \"" + status + "\"}");
    }

    /** The text that is signed: method, path with query, time, number and body, a line each. */
    private boolean isAuthorized(Asked asked) {
        var authorization = asked.header("authorization");
        var parts = new HashMap<String, String>();
        PART.matcher(authorization).results().forEach(part -> parts.put(part.group(1), part.group(2)));
        var uri = asked.uri();
        var path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        var text = String.join(
                "\n", asked.method(), path, parts.get("timestamp"), parts.get("nonce_str"), asked.body(), "");
        return authorization.startsWith(SCHEME)
                && "1900000001".equals(parts.get("mchid"))
                && "5157F09EFDC096DE15EBE81A47057A7232F1B8E1".equals(parts.get("serial_no"))
                && merchant.holds(text, parts.getOrDefault("signature", ""));
    }

    private Said signed(int status, String body) {
        var headers = new HashMap<>(headers(body, Instant.now()));
        headers.put("Content-Type", "application/json");
        return new Said(status, headers, body.getBytes(UTF_8));
    }

    /** Returns the body of what is sent when a payment is paid. */
    public static String told(String payment, long fen) {
        var matter = transaction(payment, "SUCCESS", fen);
        return notification("TRANSACTION.SUCCESS", "transaction", matter, API_KEY);
    }

    /** Returns the headers that sign a body. */
    public Map<String, String> headers(String body, Instant at) {
        var time = Long.toString(at.getEpochSecond());
        return Map.of(
                "Wechatpay-Timestamp",
                time,
                "Wechatpay-Nonce",
                "c5ac7061fccab6bf3e254dcf98995b8c",
                "Wechatpay-Serial",
                ID,
                "Wechatpay-Signature",
                provider.sign(time + "\nc5ac7061fccab6bf3e254dcf98995b8c\n" + body + "\n"));
    }

    Sent sent(String body, Instant at) {
        var headers = headers(body, at);
        return new Sent("/api/payments/notifications/wechat", body, name -> headers.getOrDefault(name, ""));
    }

    static String transaction(String payment, String state, long fen) {
        return """
                {"transaction_id": "1217752501201407033233368018", "amount": {"payer_total": %d, "total": %d, "currency": "CNY", "payer_currency": "CNY"},
                 "mchid": "1900000001", "trade_state": "%s", "bank_type": "CMC", "success_time": "2026-03-04T13:06:07+08:00",
                 "appid": "wxd678efh567hg6787", "out_trade_no": "%s", "trade_type": "NATIVE"}""".formatted(fen, fen, state, payment);
    }

    /** A notification in the form of the documents, its matter sealed by AES-256-GCM. */
    static String notification(String event, String kind, String matter, String key) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key.getBytes(UTF_8), "AES"),
                    new GCMParameterSpec(128, "fdasflkja484".getBytes(UTF_8)));
            cipher.updateAAD(kind.getBytes(UTF_8));
            var sealed = Base64.getEncoder().encodeToString(cipher.doFinal(matter.getBytes(UTF_8)));
            return """
                    {"id": "EV-2018022511223320873", "create_time": "2026-03-04T13:06:07+08:00", "resource_type": "encrypt-resource",
                     "event_type": "%s", "summary": "支付成功", "resource": {"original_type": "%s", "algorithm": "AEAD_AES_256_GCM",
                     "ciphertext": "%s", "associated_data": "%s", "nonce": "fdasflkja484"}}""".formatted(event, kind, sealed, kind);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String sha1(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(file));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
