package org.kanmai.app.payment.wechat;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.util.PemUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Objects;

/** The keys of both sides, as the SDK wants them; a platform certificate is a public key whose id is its serial. */
final class WechatKeys {
    private WechatKeys() {}

    static RSAPublicKeyConfig of(WechatSettings settings) {
        var builder = new RSAPublicKeyConfig.Builder()
                .merchantId(settings.merchant())
                .merchantSerialNumber(settings.serial())
                .privateKey(text(settings.privateKey()))
                .apiV3Key(settings.apiKey());
        var theirs = text(settings.providerKey());
        if (theirs.contains("BEGIN CERTIFICATE")) {
            var certificate = PemUtil.loadX509FromString(theirs);
            return builder.publicKey(certificate.getPublicKey())
                    .publicKeyId(PemUtil.getSerialNumber(certificate))
                    .build();
        }
        var id = Objects.requireNonNull(
                settings.providerKeyId(), "kanmai.payment.wechat.provider-key-id goes with a public key");
        return builder.publicKey(theirs).publicKeyId(id).build();
    }

    private static String text(java.nio.file.Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
