package org.kanmai.app.catalog.anchors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kanmai.app.catalog.anchors.CartRight.By;
import org.kanmai.app.catalog.anchors.CartRightPolicy.Audience;
import org.kanmai.app.catalog.anchors.CartRightPolicy.Version;

class CartRightTests {
    private static final LocalDate OF_2018 = LocalDate.of(2018, 12, 11);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private final CartRightPolicy policy;

    CartRightTests() throws IOException {
        this.policy = CartRightConfiguration.cartRightPolicy();
    }

    @ParameterizedTest
    @Tag("EC-01")
    @CsvSource({
        "8001, 11, true, true",
        "8000, 11, true, false",
        "8001, 10, true, false",
        "8001, 11, false, false",
        "2000000, 5000, true, true"
    })
    void theAudienceMustBeAboveBothBarsAndTheNameReal(int followers, int works, boolean verified, boolean held) {
        var standing = CartRight.standing(policy.on(OF_2018), followers, works, verified, false);
        assertThat(standing.held()).isEqualTo(held);
        assertThat(standing.by()).isEqualTo(held ? By.AUDIENCE : null);
    }

    @Test
    @Tag("EC-02")
    void anOwnShopIsEnoughWhereTheVersionSaysSo() {
        assertThat(CartRight.standing(policy.on(TODAY), 0, 0, false, true).by()).isEqualTo(By.SHOP);
        assertThat(CartRight.standing(policy.on(TODAY), 0, 0, false, false).held())
                .isFalse();
        assertThat(CartRight.standing(policy.on(OF_2018), 0, 0, false, true).held())
                .isFalse();
    }

    @Test
    @Tag("EC-03")
    void eachDayHasTheVersionThatHadBegun() {
        var early = policy.on(OF_2018.minusDays(1));
        assertThat(early.since()).isEqualTo(LocalDate.of(2018, 1, 1));
        assertThat(CartRight.standing(early, 1_000_001, 1, true, false).held()).isTrue();
        assertThat(CartRight.standing(early, 1_000_000, 50, true, false).held()).isFalse();
        assertThat(policy.on(OF_2018).since()).isEqualTo(OF_2018);
        assertThat(policy.on(LocalDate.of(2010, 1, 1))).isEqualTo(early);
    }

    @Test
    void aStandingNamesEveryBarAndWhatIsMissing() {
        var standing = CartRight.standing(policy.on(TODAY), 12, 11, false, false);
        assertThat(standing.terms())
                .containsExactly(
                        new CartRight.Term("followers", 8001, 12, false),
                        new CartRight.Term("works", 11, 11, true),
                        new CartRight.Term("real-name", 1, 0, false),
                        new CartRight.Term("shop", 1, 0, false));
    }

    @Test
    void versionsThatDoNotGoForwardAreRefused() {
        var version = new Version(OF_2018, new Audience(1, 1, true), false);
        assertThatThrownBy(() -> new CartRightPolicy(List.of(version, version))).hasMessageContaining("go up");
        assertThatThrownBy(() -> new CartRightPolicy(List.of())).hasMessageContaining("go up");
        assertThatThrownBy(() -> new Audience(-1, 0, true)).hasMessageContaining("below 0");
    }
}
