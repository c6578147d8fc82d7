package org.kanmai.app.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.web.Refusal;
import org.kanmai.distribution.planning.Demand;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a proposal to what holds and back again: who may, when, and what is told. */
@KanmaiTest
@Tag("TD-22")
@Tag("GV-22")
@TestInstance(Lifecycle.PER_CLASS)
class PolicyLifeTests {
    private static final Duration NOTICE = Duration.ofHours(24);
    private static final Demand LAVISH = new Demand(1_000, 350, 10, List.of(0.2, 0.2), List.of(2_000.0, 50_000.0));
    private static final Demand MODEST = new Demand(1, 350, 10_000, List.of(0.2, 0.2), List.of(2_000.0, 50_000.0));

    private final PersonId olga = Assembly.somebody();
    private final PersonId oskar = Assembly.somebody();
    private final Assembly assembly;
    private final Policies policies;
    private final JdbcClient jdbc;

    PolicyLifeTests(Assembly assembly, Policies policies, JdbcClient jdbc) {
        this.assembly = assembly;
        this.policies = policies;
        this.jdbc = jdbc;
    }

    @AfterAll
    void adjourn() {
        assembly.adjourn();
    }

    @Test
    void theFirstVersionIsTheProductsOwnAndWasToldOnce() {
        assertThat(policies.version(1)).contains(PolicyDocument.first());
        var first = assembly.releasesOf(1).getFirst();
        assertThat(first.how()).isEqualTo(Release.How.FIRST);
        assertThat(first.by()).isNull();
        assertThat(policies.at(first.beginsAt().minusSeconds(1)).version()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from policy.release where how = 'first'")
                        .query((row, number) -> row.getInt(1))
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatAnotherOperatorApprovesHoldsAtOnceWhenItsDayHasBegun() {
        int version = assembly.proposed(olga, Duration.ZERO, assembly.today());
        var now = assembly.now();
        var before = policies.at(now.minusMillis(1));
        var desk = assembly.at(now, null);
        desk.approve(oskar, version, null);
        assertThat(policies.at(now).version()).isEqualTo(version);
        assertThat(policies.inForce().version()).isEqualTo(version);
        assertThat(policies.at(now.minusMillis(1))).isEqualTo(before);
        var fact = desk.told.getFirst();
        assertThat(fact.version()).isEqualTo(version);
        assertThat(fact.from()).isEqualTo(now);
        assertThat(fact.digest()).isEqualTo(assembly.document(version).signed().digest());
    }

    @Test
    void whatBeginsOnALaterDayHoldsFromMidnightOfTheSite() {
        var day = assembly.today().plusDays(40);
        int version = assembly.proposed(olga, Duration.ZERO, day);
        var desk = assembly.at(assembly.now(), null);
        int former = policies.inForce().version();
        desk.approve(oskar, version, null);
        var midnight = day.atStartOfDay(assembly.zone()).toInstant();
        assertThat(policies.inForce().version()).isEqualTo(former);
        assertThat(policies.at(midnight.minusMillis(1)).version()).isEqualTo(former);
        assertThat(policies.at(midnight).version()).isEqualTo(version);

        desk.rollBack(olga, version);
        assertThat(policies.at(midnight).version()).as("called off").isEqualTo(former);
    }

    @Test
    void nobodyApprovesTheirOwnAndNobodyElseReleasesIt() {
        int version = assembly.proposed(olga, NOTICE, assembly.today());
        var desk = assembly.at(assembly.now(), null);
        refused("Who proposes a policy does not approve it", () -> desk.approve(olga, version, null));
        refused("Who did not propose a policy", () -> desk.releaseAlone(oskar, version, null));
        assertThat(assembly.releasesOf(version)).isEmpty();
    }

    @Test
    void oneAloneReleasesAfterADayOfNoticeToTheSecondAndItShows() {
        int version = assembly.proposed(olga, NOTICE, assembly.today());
        var end = assembly.document(version).noticeEnds();
        refused(
                "public for 24 hours",
                () -> assembly.at(end.minusSeconds(1), null).releaseAlone(olga, version, null));
        assembly.at(end, null).releaseAlone(olga, version, null);
        assertThat(assembly.releasesOf(version).getFirst().how()).isEqualTo(Release.How.SINGLE_HANDED);
        assertThat(policies.at(end).version()).isEqualTo(version);
    }

    @Test
    void whatWasDecidedIsNotDecidedAgain() {
        int withdrawn = assembly.proposed(olga, NOTICE, assembly.today());
        assembly.withdraw(oskar, withdrawn);
        var desk = assembly.at(assembly.now(), null);
        refused("This version was", () -> desk.approve(oskar, withdrawn, null));
        refused("This version was", () -> desk.releaseAlone(olga, withdrawn, null));
        refused("This version was", () -> assembly.withdraw(olga, withdrawn));
        assertThat(policies.version(withdrawn)).isPresent();

        int released = assembly.proposed(olga, NOTICE, assembly.today());
        desk.approve(oskar, released, null);
        refused("This version was", () -> desk.approve(oskar, released, null));
        refused("This version was", () -> assembly.withdraw(olga, released));
    }

    @Test
    void onePersonRollsBackAtOnceStepByStep() {
        int lowest = policies.inForce().version();
        int second = approved();
        int third = approved();
        rolledBack(third, second);
        refused("does not hold", () -> assembly.at(assembly.now(), null).rollBack(oskar, third));
        rolledBack(second, lowest);
    }

    @Test
    void beforeTheFirstThereIsNothingToGoBackTo() {
        assembly.adjourn();
        refused(
                "no version to go back to",
                () -> assembly.at(assembly.now(), null).rollBack(olga, 1));
    }

    @Test
    void whatPromisesMoreThanIsCarriedTakesAPublicWaiver() {
        int version = assembly.proposed(olga, Duration.ZERO, assembly.today());
        var desk = assembly.at(assembly.now(), LAVISH);
        refused("promises more than is carried", () -> desk.approve(oskar, version, null));
        refused("promises more than is carried", () -> desk.approve(oskar, version, " "));
        desk.approve(oskar, version, "a trial of one day");
        var release = assembly.releasesOf(version).getFirst();
        assertThat(release.waiver()).isEqualTo("a trial of one day");
        assertThat(release.by()).isEqualTo(oskar);
        assertThat(release.plan())
                .isEqualTo(new Release.Plan(List.of(350_000.0, 400_000.0, 2_000_000.0), 20, 2_749_980));
    }

    @Test
    void whatIsCarriedTakesNoWaiver() {
        int version = assembly.proposed(olga, Duration.ZERO, assembly.today());
        assembly.at(assembly.now(), MODEST).approve(oskar, version, "not needed");
        var release = assembly.releasesOf(version).getFirst();
        assertThat(release.waiver()).isNull();
        assertThat(release.plan()).isNotNull();
    }

    private int approved() {
        int version = assembly.proposed(olga, Duration.ZERO, assembly.today());
        assembly.at(assembly.now(), null).approve(oskar, version, null);
        return version;
    }

    private void rolledBack(int from, int to) {
        var now = assembly.now();
        var desk = assembly.at(now, null);
        desk.rollBack(olga, from);
        assertThat(policies.at(now).version()).isEqualTo(to);
        assertThat(policies.inForce().version()).isEqualTo(to);
        assertThat(desk.told)
                .singleElement()
                .satisfies(fact -> assertThat(fact.version()).isEqualTo(to));
    }

    private static void refused(String detail, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOf(Refusal.class).hasMessageContaining(detail);
    }
}
