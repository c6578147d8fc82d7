package org.kanmai.facts.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Binary;

@Tag("GV-17")
class TreeHeadTests {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");
    private static final Binary ROOT = Binary.of(new Sha256().empty());

    private final KeyPair keys;

    TreeHeadTests() throws Exception {
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

    @Test
    void aHeadIsReadAsItWasWrittenAndItsSignatureHolds() {
        var first = TreeHead.sign(7, ROOT, NOW, Binary.EMPTY, "1", this::sign);
        var second = TreeHead.sign(9, ROOT, NOW.plusSeconds(1), first.hash(), "1", this::sign);
        for (var head : List.of(first, second)) {
            assertThat(TreeHead.parse(head.line())).isEqualTo(head);
            assertThat(head.isSignedBy(keys.getPublic())).isTrue();
        }
        assertThat(first.line()).startsWith("kanmai-head-1 7 " + ROOT + " " + NOW.toEpochMilli() + " - 1 ");
    }

    @Test
    void nothingOfAHeadCanBeChanged() throws Exception {
        var line = TreeHead.sign(7, ROOT, NOW, Binary.EMPTY, "1", this::sign).line();
        for (var changed : List.of(
                line.replace("-1 7 ", "-1 8 "),
                line.replace(" " + NOW.toEpochMilli() + " ", " " + (NOW.toEpochMilli() + 1) + " "),
                line.replace(" - ", " " + ROOT + " "),
                line.replace(" - 1 ", " - 2 "))) {
            assertThat(TreeHead.parse(changed).isSignedBy(keys.getPublic()))
                    .as(changed)
                    .isFalse();
        }
        var other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertThat(TreeHead.parse(line).isSignedBy(other.getPublic())).isFalse();
    }

    @Test
    void whatIsNoHeadIsRefused() {
        for (var wrong : List.of(
                "",
                "kanmai-head-2 1 a 1 - 1 a",
                "kanmai-head-1 0 " + ROOT + " 1 - 1 AA",
                "kanmai-head-1 1 AA 1 - 1 AA")) {
            assertThatThrownBy(() -> TreeHead.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anEntryIsReadAsItWasWritten() {
        var entry = new LedgerEntry(
                12,
                List.of(
                        new LedgerEntry.Segment("trade/0", 3, 9, ROOT),
                        new LedgerEntry.Segment("viewer/15", 0, 1, ROOT)));
        assertThat(LedgerEntry.parse(entry.line())).isEqualTo(entry);
        assertThat(entry.line()).isEqualTo("12 trade/0 3 9 " + ROOT + " viewer/15 0 1 " + ROOT);
    }

    @Test
    void whatIsNoEntryIsRefused() {
        for (var wrong : List.of(
                "",
                "12",
                "12 viewer/1 0 1",
                "12 viewer/1 1 1 " + ROOT,
                "12 viewer 0 1 " + ROOT,
                "12 viewer/1 0 1 AA")) {
            assertThatThrownBy(() -> LedgerEntry.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
