package org.kanmai.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("EC-17")
class PoolFavourTests {

    @Test
    void aFavourIsOnTheRecordAndComesBackBitForBit() {
        var plain = Examples.opened();
        var favoured = with(plain, new PoolFavour(1.3, "honest-merchant"));
        var written = FactCodec.write(favoured);
        assertThat(new String(written, StandardCharsets.UTF_8))
                .contains("\"favour\":{\"factor\":1.3,\"reason\":\"honest-merchant\"}");
        assertThat(FactCodec.read(written)).contains(favoured);
        assertThat(FactCodec.write((PoolOpened) FactCodec.read(written).orElseThrow()))
                .isEqualTo(written);
    }

    @Test
    void aRecordWithoutOneHasNoneAndIsWrittenAsBefore() {
        var written = FactCodec.write(Examples.opened());
        assertThat(new String(written, StandardCharsets.UTF_8)).doesNotContain("favour");
        assertThat(((PoolOpened) FactCodec.read(written).orElseThrow()).favour())
                .isEqualTo(PoolFavour.NONE);
    }

    @Test
    void whatIsMultipliedHasAReason() {
        assertThatThrownBy(() -> new PoolFavour(1.3, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PoolFavour(1, "blacklisted")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PoolFavour(0, "blacklisted")).isInstanceOf(IllegalArgumentException.class);
    }

    private static PoolOpened with(PoolOpened opened, PoolFavour favour) {
        return new PoolOpened(
                opened.id(),
                opened.at(),
                opened.origin(),
                opened.work(),
                opened.creator(),
                2,
                favour.of(1_000),
                opened.deadline(),
                opened.policy(),
                opened.rules(),
                opened.target(),
                opened.merits(),
                favour);
    }
}
