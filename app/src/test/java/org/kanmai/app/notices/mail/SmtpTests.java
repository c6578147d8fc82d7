package org.kanmai.app.notices.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.kanmai.app.notices.mail.MailPort.Mail;
import org.kanmai.app.notices.mail.MailPort.MailFailed;

class SmtpTests {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final URI SITE = URI.create("https://kanmai.example");
    private static final Mail MAIL = new Mail(
            new MailAddress("anna@example.org"), "订单 · Order", "付款成功\n", SITE.resolve("/api/notices/off?token=t"));

    @Test
    void aLetterSaysHowToEndThemInOneClick() throws IOException {
        try (var server = new LoopbackSmtp("250 ok")) {
            smtp(server.port(), false).send(MAIL);
            assertThat(server.lines())
                    .contains(
                            "MAIL FROM:<news@kanmai.example>",
                            "RCPT TO:<anna@example.org>",
                            "List-Unsubscribe: <https://kanmai.example/api/notices/off?token=t>",
                            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
                            "Date: Sun, 1 Mar 2026 12:00:00 +0000 (UTC)");
        }
    }

    @Test
    void whatTheServerRefusesCanBeTriedAgain() throws IOException {
        try (var server = new LoopbackSmtp("451 later")) {
            assertThatThrownBy(() -> smtp(server.port(), false).send(MAIL)).isInstanceOf(MailFailed.class);
        }
    }

    @Test
    void nothingIsSaidToAServerThatDoesNotEncrypt() throws IOException {
        try (var server = new LoopbackSmtp("250 ok")) {
            assertThatThrownBy(() -> smtp(server.port(), true).send(MAIL)).isInstanceOf(MailFailed.class);
            assertThat(server.lines()).noneMatch(line -> line.contains("anna"));
        }
    }

    @Test
    void aHostNeedsASiteAndASender() {
        assertThatThrownBy(() -> new MailSettings("localhost", 25, null, null, "", SITE, true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MailSettings("localhost", 25, null, null, "news@kanmai.example", null, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Smtp smtp(int port, boolean tls) {
        return new Smtp(new MailSettings("127.0.0.1", port, null, null, "news@kanmai.example", SITE, tls), NOON);
    }
}
