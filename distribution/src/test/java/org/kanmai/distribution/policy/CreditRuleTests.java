package org.kanmai.distribution.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.distribution.planning.Pacing;
import org.kanmai.facts.PoolFavour;

class CreditRuleTests {
    private static final Instant OPENED = Instant.parse("2026-03-01T08:00:00Z");

    private final CreditRule rule = PolicyDocument.first().credit();

    @Test
    @Tag("EC-17")
    @Tag("EC-18")
    void laterPoolsAreMultipliedByThirteenTenthsAndByThree() {
        for (int pool = 2; pool <= 4; pool++) {
            assertThat(rule.favour(pool, CreditMark.HONEST_MERCHANT)).isEqualTo(new PoolFavour(1.3, "honest-merchant"));
            assertThat(rule.favour(pool, CreditMark.BLACKLISTED)).isEqualTo(new PoolFavour(0.3, "blacklisted"));
            assertThat(rule.favour(pool, CreditMark.NONE)).isEqualTo(PoolFavour.NONE);
        }
        assertThat(new PoolFavour(1.3, "honest-merchant").of(1_000)).isEqualTo(1_300);
        assertThat(new PoolFavour(1.3, "honest-merchant").of(5_000)).isEqualTo(6_500);
        assertThat(new PoolFavour(0.3, "blacklisted").of(1_000)).isEqualTo(300);
        assertThat(new PoolFavour(0.3, "blacklisted").of(1)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("EC-17")
    @Tag("EC-18")
    void theFirstPoolIsNeverChangedWhateverRuleAndMark(CreditMark mark) {
        for (var each : new CreditRule[] {rule, CreditRule.NONE, new CreditRule(2, 0.01), new CreditRule(1.7, 0.5)}) {
            assertThat(each.favour(1, mark)).isEqualTo(PoolFavour.NONE);
            assertThat(each.favour(1, mark).of(437)).isEqualTo(437);
        }
    }

    /** The lottery weighs what is missing for each hour, so that a multiplied quota presses by as much more. */
    @ParameterizedTest
    @ValueSource(doubles = {1.3, 0.3})
    @Tag("EC-17")
    @Tag("EC-18")
    void theWeightInTheLotteryIsMultipliedAsTheQuotaIs(double factor) {
        for (int given = 0; given < 1_000; given += 100) {
            var plain = pacing(1_000, given);
            var favoured = pacing((int) Math.round(1_000 * factor), (int) Math.round(given * factor));
            var now = OPENED.plus(Duration.ofHours(20));
            assertThat(favoured.weight(now)).isCloseTo(factor * plain.weight(now), within(1e-9));
        }
    }

    private static Pacing pacing(int quota, int given) {
        return new Pacing(2, quota, given, OPENED, OPENED.plus(Duration.ofDays(3)));
    }

    @Test
    void aPolicyThatSaysNothingOfCreditMultipliesNothing() {
        var text = PolicyDocument.firstText();
        var before = text.substring(0, text.indexOf("credit:"));
        assertThat(PolicyDocument.read(before))
                .isInstanceOfSatisfying(
                        PolicyReading.Accepted.class,
                        accepted -> assertThat(accepted.policy().credit()).isEqualTo(CreditRule.NONE));
        assertThat(PolicyDocument.read(before + "credit: {honest: 3, blacklisted: 0.3}"))
                .isInstanceOf(PolicyReading.Refused.class);
        assertThat(PolicyDocument.read(before + "credit: {honest: 1.3}")).isInstanceOf(PolicyReading.Refused.class);
        assertThatThrownBy(() -> new CreditRule(0.9, 0.3)).isInstanceOf(IllegalArgumentException.class);
    }
}
