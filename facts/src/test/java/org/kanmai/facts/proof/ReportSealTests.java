package org.kanmai.facts.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Binary;

@Tag("TD-56")
@Tag("GV-24")
class ReportSealTests {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");
    private static final byte[] REPORT = "{\"month\":\"2026-02\"}".getBytes(StandardCharsets.UTF_8);
    private static final Binary HASH = Binary.of(new Sha256().plain(REPORT));

    private final KeyPair keys;

    ReportSealTests() throws Exception {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private byte[] sign(byte[] text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private ReportSeal seal() {
        return ReportSeal.sign(YearMonth.of(2026, 2), HASH, NOW, "1", this::sign);
    }

    @Test
    void aSealIsReadAsItWasWrittenAndIsOfItsReportOnly() {
        var seal = seal();
        assertThat(ReportSeal.parse(seal.line())).isEqualTo(seal);
        assertThat(seal.isSignedBy(keys.getPublic())).isTrue();
        assertThat(seal.line()).startsWith("kanmai-report-1 2026-02 " + HASH + " " + NOW.toEpochMilli() + " 1 ");
        assertThat(seal.isOf(REPORT)).isTrue();
        assertThat(seal.isOf("{}".getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void nothingOfASealCanBeChanged() {
        var line = seal().line();
        for (var changed : List.of(
                line.replace(" 2026-02 ", " 2026-03 "),
                line.replace(HASH.toString(), Binary.of(new Sha256().empty()).toString()),
                line.replace(" " + NOW.toEpochMilli() + " ", " " + (NOW.toEpochMilli() + 1) + " "))) {
            assertThat(ReportSeal.parse(changed).isSignedBy(keys.getPublic()))
                    .as(changed)
                    .isFalse();
        }
    }

    @Test
    void whatIsNoSealIsRefused() {
        for (var wrong : List.of(
                "",
                "kanmai-report-2 2026-02 " + HASH + " 1 1 AA",
                "kanmai-report-1 2026-13 " + HASH + " 1 1 AA",
                "kanmai-report-1 2026-02 AA 1 1 AA")) {
            assertThatThrownBy(() -> ReportSeal.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
