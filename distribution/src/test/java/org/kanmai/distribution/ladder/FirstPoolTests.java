package org.kanmai.distribution.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.Merit;
import org.kanmai.distribution.policy.PolicyDocument;

class FirstPoolTests {
    private final DistributionPolicy policy = PolicyDocument.first();

    @Test
    @Tag("TD-02")
    @Tag("TD-03")
    void whoHasNothingButPublishedGetsTwoHundred() {
        assertThat(weight(Map.of()).firstQuota(policy, 400, 50)).isEqualTo(200);
    }

    @Test
    @Tag("TD-03")
    void whoHasAllMeritsGetsFiveHundred() {
        assertThat(weight(all(1)).value()).isCloseTo(1, within(1e-12));
        assertThat(weight(all(1)).firstQuota(policy, 400, 50)).isEqualTo(500);
        assertThat(weight(all(0.5)).firstQuota(policy, 400, 50)).isEqualTo(350);
        assertThat(weight(Map.of(Merit.REAL_NAME, 1.0)).firstQuota(policy, 400, 50))
                .isEqualTo(290);
    }

    @Property(tries = 300)
    @net.jqwik.api.Tag("TD-03")
    void theFirstQuotaNeverLeavesItsRange(
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @IntRange(max = 10_000) int days,
            @ForAll @IntRange(max = 10_000) int works) {
        assertThat(weight(all(share)).firstQuota(policy, days, works)).isBetween(200, 500);
    }

    @Test
    @Tag("TD-02")
    @Tag("TD-08")
    void theMeritsAreTheFiveOfTheDocumentsAndFollowersAreNone() {
        assertThat(Merit.values())
                .containsExactly(
                        Merit.REAL_NAME,
                        Merit.NO_VIOLATION,
                        Merit.PROFILE_COMPLETE,
                        Merit.PUBLISHED_LATELY,
                        Merit.WORKS_COMPLETED);
    }

    @Test
    @Tag("TD-08")
    void theWeightIsExplainedTermByTerm() {
        var weight = weight(Map.of(Merit.REAL_NAME, 1.0, Merit.WORKS_COMPLETED, 0.25));
        assertThat(weight.value()).isCloseTo(0.35, within(1e-12));
        assertThat(weight.terms().getFirst()).isEqualTo(new AccountWeight.Term(Merit.REAL_NAME, 0.3, 1));
        assertThat(weight.terms().getLast()).isEqualTo(new AccountWeight.Term(Merit.WORKS_COMPLETED, 0.2, 0.25));
        assertThatThrownBy(() -> weight(all(1.01))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("TD-37")
    void theFirstThreeWorksOfANewAccountGetAtLeastThreeHundredAndFifty() {
        assertThat(weight(Map.of()).firstQuota(policy, 0, 0)).isEqualTo(350);
        assertThat(weight(Map.of()).firstQuota(policy, 29, 2)).isEqualTo(350);
        assertThat(weight(Map.of()).firstQuota(policy, 30, 2)).isEqualTo(200);
        assertThat(weight(Map.of()).firstQuota(policy, 29, 3)).isEqualTo(200);
        assertThat(weight(all(1)).firstQuota(policy, 0, 0)).isEqualTo(500);
    }

    private AccountWeight weight(Map<Merit, Double> given) {
        return AccountWeight.of(policy.account(), given);
    }

    private static Map<Merit, Double> all(double share) {
        return Map.of(
                Merit.REAL_NAME,
                share,
                Merit.NO_VIOLATION,
                share,
                Merit.PROFILE_COMPLETE,
                share,
                Merit.PUBLISHED_LATELY,
                share,
                Merit.WORKS_COMPLETED,
                share);
    }
}
