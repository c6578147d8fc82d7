package org.kanmai.app.payment.wechat;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * By what WeChat Pay and this site know each other.
 *
 * @param merchant the number of the merchant ({@code mchid})
 * @param app of the account that is linked with the merchant ({@code appid})
 * @param serial of the merchant's certificate
 * @param privateKey PEM file (PKCS #8) of that certificate's key, which signs requests
 * @param apiKey the APIv3 key, 32 characters, by which notifications are sealed
 * @param providerKey PEM file of WeChat Pay's public key, or of a platform certificate
 * @param providerKeyId of the public key, {@code PUB_KEY_ID_…}; absent with a certificate, whose serial it is
 * @param site address of this site, over HTTPS, where notifications go
 * @param address of WeChat Pay; absent for its own
 */
@ConditionalOnProperty("kanmai.payment.wechat.merchant")
@ConfigurationProperties("kanmai.payment.wechat")
record WechatSettings(
        String merchant,
        String app,
        String serial,
        Path privateKey,
        String apiKey,
        Path providerKey,
        @Nullable String providerKeyId,
        URI site,
        @Nullable URI address) {
    private static final URI OWN = URI.create("https://api.mch.weixin.qq.com");
    private static final int KEY = 32;

    WechatSettings {
        if (apiKey.length() != KEY) {
            throw new IllegalArgumentException("kanmai.payment.wechat.api-key must have 32 characters");
        }
    }

    URI endpoint() {
        return address == null ? OWN : address;
    }

    /** Never the secrets: what prints settings must not print keys. */
    @Override
    public String toString() {
        return "WechatSettings[" + merchant + ", " + app + ", " + site + "]";
    }
}
