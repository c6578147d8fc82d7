package org.kanmai.app.payment.alipay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keys as Alipay's SDK wants them: base 64 on one line. */
final class AlipayKeys {
    private AlipayKeys() {}

    static String bare(Path file) {
        try {
            return Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
