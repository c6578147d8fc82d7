package org.kanmai.app.payment.wechat;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.service.billdownload.BillDownloadService;
import com.wechat.pay.java.service.billdownload.model.BillType;
import com.wechat.pay.java.service.billdownload.model.GetTradeBillRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.kanmai.app.payment.PaymentProvider.Line;
import org.kanmai.app.payment.PaymentProvider.ProviderAway;

/** Asks for the bill of a day, and takes it only if its SHA-1 is the one that was answered under a signature. */
final class WechatBills {
    private static final int LARGEST = 64 * 1024 * 1024;

    private final WechatSettings settings;
    private final WechatClient client;
    private final BillDownloadService service;

    WechatBills(WechatSettings settings, WechatClient client, RSAPublicKeyConfig keys) {
        this.settings = settings;
        this.client = client;
        this.service = new BillDownloadService.Builder()
                .httpClient(client)
                .decryptor(keys.createDecryptor())
                .build();
    }

    List<Line> of(LocalDate day) {
        var question = new GetTradeBillRequest();
        question.setBillDate(day.toString());
        question.setBillType(BillType.ALL);
        var answer = service.getTradeBill(question);
        var file = download(answer.getDownloadUrl());
        if (!sha1(file).equalsIgnoreCase(answer.getHashValue())) {
            throw new ProviderAway("the bill of " + day + " is not what was signed", null);
        }
        return WechatBill.lines(file, settings.merchant());
    }

    private byte[] download(String address) {
        try (var in = client.download(address)) {
            var file = in.readNBytes(LARGEST + 1);
            if (file.length > LARGEST) {
                throw new ProviderAway("the bill has more than " + LARGEST + " bytes", null);
            }
            return file;
        } catch (IOException away) {
            throw new ProviderAway("the bill breaks off", away);
        }
    }

    private static String sha1(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(file));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
