package org.kanmai.distribution.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PolicyTests {
    private final String text = PolicyDocument.firstText();
    private final DistributionPolicy policy = PolicyDocument.first();

    @Test
    @Tag("TD-03")
    @Tag("TD-04")
    @Tag("TD-05")
    void thePoolsAreThoseOfTheRules() {
        assertThat(policy.pools().stream().map(PoolRule::quota))
                .containsExactly(new Quota(200, 500), new Quota(1_000, 5_000), new Quota(10_000, 300_000));
        assertThat(policy.pools().stream().map(PoolRule::decided))
                .containsExactly(PoolRule.Decided.AT_END, PoolRule.Decided.ANY_TIME, PoolRule.Decided.ANY_TIME);
        assertThat(policy.pools().stream().map(PoolRule::deadline))
                .containsExactly(Duration.ofHours(24), Duration.ofHours(72), Duration.ofHours(168));
    }

    @Test
    @Tag("TD-07")
    void theScoreIsOfPlaysAndCompletionFirstThenLikesCommentsAndShares() {
        assertThat(policy.score().weights())
                .isEqualTo(Map.of(
                        Outcome.PLAY,
                        0.25,
                        Outcome.COMPLETION,
                        0.35,
                        Outcome.LIKE,
                        0.16,
                        Outcome.COMMENT,
                        0.12,
                        Outcome.SHARE,
                        0.12));
        assertThat(policy.score().score(0xff, Trade.SHOWS_NOTHING)).isCloseTo(1, within(1e-12));
        assertThat(policy.score().score(Outcome.HOLD.bit() | Outcome.FOLLOW.bit(), Trade.SELLS))
                .isZero();
        assertThat(refused("play: 0.25", "play: 0.1", "like: 0.16", "like: 0.31"))
                .containsExactly("line 8: play and completion are at least half of the score");
        assertThat(refused("play: 0.25", "play: 0.15", "like: 0.16", "like: 0.26"))
                .isEmpty();
    }

    @Test
    @Tag("TD-44")
    void aConversionCountsForWorksThatSellOnlyAndTheRestIsScaled() {
        var score = new ScoreRule(policy.score().weights(), 0.2);
        int bought = Outcome.PLAY.bit() | Outcome.CONVERSION.bit();
        assertThat(score.score(bought, Trade.SHOWS_NOTHING)).isEqualTo(0.25);
        assertThat(score.score(bought, Trade.SELLS)).isCloseTo(0.2 + 0.8 * 0.25, within(1e-12));
        assertThat(score.score(0xff, Trade.SELLS)).isCloseTo(1, within(1e-12));
    }

    @Test
    @Tag("TD-07")
    @Tag("TD-08")
    void theOtherNumbersOfTheFirstVersionAreThoseOfTheRules() {
        assertThat(policy.unit())
                .isEqualTo(new UnitRule(Duration.ofSeconds(2), Duration.ofSeconds(3), 0.95, Duration.ofMinutes(10)));
        assertThat(policy.account())
                .isEqualTo(new AccountRule(
                        Map.of(
                                Merit.REAL_NAME, 0.3,
                                Merit.NO_VIOLATION, 0.2,
                                Merit.PROFILE_COMPLETE, 0.1,
                                Merit.PUBLISHED_LATELY, 0.2,
                                Merit.WORKS_COMPLETED, 0.2),
                        90,
                        30));
        assertThat(policy.newcomers()).isEqualTo(new NewcomerRule(30, 3, 350));
        assertThat(policy.cohort()).isEqualTo(new CohortRule(15, 60, 28, 30, 200));
        assertThat(policy.pools().stream().map(PoolRule::bar)).containsExactly(0.8, 0.8, 0.8);
        assertThat(policy.pools().stream().map(PoolRule::startBar)).containsExactly(0.30, 0.32, 0.34);
        assertThat(policy.pools().stream().map(PoolRule::alphaShare)).containsExactly(0.4, 0.4, 0.2);
        assertThat(policy.hot()).isEqualTo(new HotRule(1_000_000, 1));
        assertThat(policy.page()).isEqualTo(new PageRule(2, 6));
        assertThat(policy.ranking())
                .isEqualTo(new RankingRule(
                        0.45, 0.30, 0.15, 0.10, 0.15, policy.ranking().predicted()));
        assertThat(policy.ranking().predicted()).containsOnlyKeys(RankingRule.PREDICTIONS);
    }

    @Test
    @Tag("TD-22")
    void whatPredictionsCountMayBeLeftOutAndIsChecked() {
        var line = text.lines()
                .filter(each -> each.contains("predicted:"))
                .findFirst()
                .orElseThrow();
        var without = (PolicyReading.Accepted) PolicyDocument.read(text.replace(line + "\n", ""));
        assertThat(without.policy().ranking().predicted()).isEmpty();
        assertThat(refused("watch-time: 0.5", "watch-time: 1.5"))
                .singleElement()
                .asString()
                .endsWith("watch-time is a number from 0.0 to 1.0");
        assertThat(refused("watch-time: 0.5", "gmv: 0.5"))
                .singleElement()
                .asString()
                .endsWith("the key gmv is not known");
        assertThat(refused(line, "  predicted: {like: 0}"))
                .singleElement()
                .asString()
                .endsWith("at least one prediction counts");
    }

    @Test
    @Tag("TD-55")
    void howManyLiveRoomsAPageHasMayBeSaidAndIsOneOtherwise() {
        var said = text.replace("{reserved: 2, positions: 6}", "{reserved: 2, positions: 6, live: 0}");
        var policy = ((PolicyReading.Accepted) PolicyDocument.read(said)).policy();
        assertThat(policy.page()).isEqualTo(new PageRule(2, 6, 0));
        assertThat(new PageRule(2, 6).live()).isEqualTo(1);
        assertThat(refused("{reserved: 2, positions: 6}", "{reserved: 2, positions: 6, live: 4}"))
                .singleElement()
                .asString()
                .endsWith("live is a whole number from 0 to 3");
    }

    @Test
    void eachBrokenRuleIsNamedWithItsLine() {
        assertThat(refused("version: 1", "version: one")).containsExactly("line 3: version is not a number: one");
        assertThat(refused("from: 2026-01-01", "from: 2026-13-01"))
                .containsExactly("line 4: from is a date like 2026-01-31");
        assertThat(refused("like: 0.16", "like: 0.17")).containsExactly("line 8: weights sum to one");
        assertThat(refused("quota: [200, 500]", "quota: [500, 200]"))
                .containsExactly("line 33: quota is a whole number from 500 to 1000000000");
        assertThat(refused("quota: [1000, 5000]", "quota: [500, 5000]"))
                .containsExactly("line 33: each pool is larger than the one before");
        assertThat(refused("decided: at-end", "decided: never"))
                .containsExactly("line 35: decided is one of: any-time, at-end");
        assertThat(refused("    alpha-share: 0.2\n", "    alpha-share: 0.3\n"))
                .containsExactly("line 33: shares of alpha sum to at most one");
        assertThat(refused("reviewers: 1", "reviewers: 0"))
                .containsExactly("line 56: reviewers is a whole number from 1 to 10");
        assertThat(refused("hot: {", "hot: {luck: 1, ")).containsExactly("line 56: the key luck is not known");
        assertThat(refused("page: {", "page: {reserved: 1, "))
                .containsExactly("line 58: the key reserved is given twice");
        assertThat(refused("alpha: 0.05", "")).containsExactly("line 3: the key alpha is missing");
        assertThat(refused("alpha: 0.05", "alpha: [")).hasSize(1);
    }

    @Test
    void allPartsThatBreakARuleAreNamedTogether() {
        assertThat(refused(
                        "version: 1", "version: 0", "cell-units: 200", "cell-units: 0", "reserved: 2", "reserved: 7"))
                .containsExactly(
                        "line 3: version is a whole number from 1 to 1000000",
                        "line 27: cell-units is a whole number from 1 to 1000000",
                        "line 58: reserved is a whole number from 1 to 6");
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        for (var document : List.of("", "[]", "\t", "a: &a [*a, *a]", "version: &v 1\nfrom: *v", "x".repeat(70_000))) {
            assertThat(PolicyDocument.read(document)).isInstanceOf(PolicyReading.Refused.class);
        }
    }

    @Test
    void referencesAndWhatIsTooDeepAreNamed() {
        assertThat(refused("version: 1", "version: &one 1", "reviewers: 1", "reviewers: *one"))
                .containsExactly("line 56: references are not allowed");
        assertThat(refused("version: 1", "version: " + "[".repeat(30_000))).containsExactly("line 3: nested too deep");
    }

    @Test
    void problemsAreTwoTongued() {
        var refused = (PolicyReading.Refused) PolicyDocument.read(text.replace("like: 0.16", "like: 0.17"));
        assertThat(refused.problems().getFirst().zh()).isEqualTo("权重之和应当为 1");
    }

    @Test
    @Tag("TD-22")
    void aNewVersionHoldsFromItsDayAndChangesTheRanking() {
        var next = read(text.replace("version: 1", "version: 2")
                .replace("from: 2026-01-01", "from: 2026-06-01")
                .replace("freshness: 0.10", "freshness: 0.90"));
        var versions = new PolicyVersions(List.of(next, policy));
        assertThat(versions.on(LocalDate.of(2025, 12, 31))).isEmpty();
        assertThat(versions.on(LocalDate.of(2026, 5, 31))).contains(policy);
        assertThat(versions.on(LocalDate.of(2026, 6, 1))).contains(next);
        assertThat(liked(policy)).isGreaterThan(fresh(policy));
        assertThat(liked(next)).isLessThan(fresh(next));
    }

    @Test
    void eachPoolHasItsShareOfTheError() {
        assertThat(policy.alpha(1)).isCloseTo(0.02, within(1e-12));
        assertThat(policy.alpha(3)).isCloseTo(0.01, within(1e-12));
        assertThat(policy.pools().stream().mapToDouble(PoolRule::alphaShare).sum())
                .isLessThanOrEqualTo(1.000_000_001);
    }

    private static double liked(DistributionPolicy policy) {
        return policy.ranking().score(0.2, 0.5, 0.5, 0, 0);
    }

    private static double fresh(DistributionPolicy policy) {
        return policy.ranking().score(0.2, 0.2, 0.1, 1, 0);
    }

    private static DistributionPolicy read(String document) {
        return ((PolicyReading.Accepted) PolicyDocument.read(document)).policy();
    }

    private List<String> refused(String... changes) {
        var changed = text;
        for (int change = 0; change < changes.length; change += 2) {
            assertThat(changed).contains(changes[change]);
            changed = changed.replace(changes[change], changes[change + 1]);
        }
        return switch (PolicyDocument.read(changed)) {
            case PolicyReading.Accepted accepted -> List.of();
            case PolicyReading.Refused refused ->
                refused.problems().stream().map(PolicyReading.Problem::toString).toList();
        };
    }
}
