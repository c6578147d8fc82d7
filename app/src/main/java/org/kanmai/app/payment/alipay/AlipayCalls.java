package org.kanmai.app.payment.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayConfig;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.internal.util.AlipayLogger;
import java.util.Optional;
import org.kanmai.app.payment.PaymentProvider.ProviderAway;

/** Calls of Alipay's SDK, each with a time limit; an answer is believed for Alipay's signature. */
final class AlipayCalls {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final String NOT_THERE = "ACQ.TRADE_NOT_EXIST";

    private final AlipayClient client;

    AlipayCalls(AlipaySettings settings) {
        // It would write what it sends, buyers' matters among it, into a log of its own.
        AlipayLogger.setNeedEnableLogger(false);
        var config = new AlipayConfig();
        config.setServerUrl(settings.gateway().toString());
        config.setAppId(settings.app());
        config.setPrivateKey(AlipayKeys.bare(settings.privateKey()));
        config.setAlipayPublicKey(AlipayKeys.bare(settings.providerKey()));
        config.setFormat("json");
        config.setCharset("UTF-8");
        config.setSignType("RSA2");
        config.setConnectTimeout(PATIENCE_MILLIS);
        config.setReadTimeout(PATIENCE_MILLIS);
        try {
            this.client = new DefaultAlipayClient(config);
        } catch (AlipayApiException wrong) {
            throw new IllegalStateException("kanmai.payment.alipay has wrong keys", wrong);
        }
    }

    /** Returns a signed address for a browser; nothing is sent. */
    String page(AlipayRequest<?> request) {
        try {
            return client.pageExecute(request, "GET").getBody();
        } catch (AlipayApiException wrong) {
            throw new ProviderAway("a page of Alipay can't be signed", wrong);
        }
    }

    <T extends AlipayResponse> T ask(AlipayRequest<T> request) {
        return find(request).orElseThrow(() -> new ProviderAway("Alipay has no such trade", null));
    }

    /** Asks for a trade that may not be there. */
    <T extends AlipayResponse> Optional<T> find(AlipayRequest<T> request) {
        try {
            var answer = client.execute(request);
            if (answer.isSuccess()) {
                return Optional.of(answer);
            }
            if (NOT_THERE.equals(answer.getSubCode())) {
                return Optional.empty();
            }
            throw new ProviderAway("Alipay answers " + answer.getCode() + " " + answer.getSubCode(), null);
        } catch (AlipayApiException away) {
            throw new ProviderAway("Alipay does not answer, or without its signature", away);
        }
    }
}
