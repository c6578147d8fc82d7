package org.kanmai.app.payment.alipay;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * By what Alipay and this site know each other.
 *
 * @param app the number of the application
 * @param seller the number of the merchant, {@code 2088…}
 * @param privateKey file of the application's RSA key (PKCS #8), as PEM or bare as Alipay's tool writes it
 * @param providerKey file of Alipay's public key for this application, likewise
 * @param site address of this site, where notifications go and buyers return to
 * @param address of Alipay's gateway; absent for its own, one with {@code sandbox} in its name moves no real money
 */
@ConditionalOnProperty("kanmai.payment.alipay.app")
@ConfigurationProperties("kanmai.payment.alipay")
record AlipaySettings(
        String app,
        String seller,
        Path privateKey,
        Path providerKey,
        URI site,
        @Nullable URI address) {
    private static final URI OWN = URI.create("https://openapi.alipay.com/gateway.do");

    URI gateway() {
        return address == null ? OWN : address;
    }

    /** Returns whether the gateway moves no real money. */
    boolean test() {
        return gateway().getHost().contains("sandbox");
    }
}
