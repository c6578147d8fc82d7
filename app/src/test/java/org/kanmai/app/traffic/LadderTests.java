package org.kanmai.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.traffic.PoolRow.State;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.distribution.judging.Openings;
import org.kanmai.distribution.planning.DryRun;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.distribution.policy.Trade;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Verdict;
import org.kanmai.facts.WorkId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How works climb on a site, on real engines, with verdicts as the streams write them. */
@KanmaiTest
class LadderTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ladders ladders;
    private final PoolStore pools;
    private final Verdicts verdicts;
    private final RoundStore rounds;
    private final Rounds round;
    private final HotDesk desk;
    private final Journeys journeys;
    private final DryRuns dryRuns;
    private final Ids ids;
    private final Clock clock;
    private final JdbcClient jdbc;

    LadderTests(
            Ladders ladders,
            PoolStore pools,
            Verdicts verdicts,
            RoundStore rounds,
            Rounds round,
            HotDesk desk,
            Journeys journeys,
            DryRuns dryRuns,
            Ids ids,
            Clock clock,
            JdbcClient jdbc) {
        this.ladders = ladders;
        this.pools = pools;
        this.verdicts = verdicts;
        this.rounds = rounds;
        this.round = round;
        this.desk = desk;
        this.journeys = journeys;
        this.dryRuns = dryRuns;
        this.ids = ids;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    private PersonId somebody() {
        return new PersonId(ids.next());
    }

    private PoolRow only(WorkId work) {
        var rows = pools.of(work);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private PoolRow last(WorkId work) {
        return pools.of(work).getLast();
    }

    private Instant yesterday() {
        return clock.instant().minus(Duration.ofHours(30));
    }

    @Test
    @Tag("TD-02")
    @Tag("TD-03")
    @Tag("TD-37")
    void whoHasNoFollowersGetsTheFirstPoolWithThePublication() {
        var work = ladders.published(somebody(), clock.instant());
        var row = only(work);
        assertThat(row.state()).isEqualTo(State.OPEN);
        assertThat(row.opened().pool()).isEqualTo(1);
        assertThat(row.opened().quota()).as("a newcomer's").isEqualTo(350);
        assertThat(row.opened().deadline()).isEqualTo(row.opened().at().plus(Duration.ofHours(24)));
        assertThat(row.opened().target().cohort()).isEqualTo("kitchen/short/new");
        assertThat(row.opened().rules()).isEqualTo(Openings.rules(PolicyDocument.first(), 1, Trade.SHOWS_NOTHING));
        assertThat(row.opened().merits()).hasSize(5);
    }

    @Test
    @Tag("TD-01")
    void changedWordsOpenNothingAndAWithdrawnWorkGoesOnWhereItWas() {
        var creator = somebody();
        var work = ladders.published(creator, clock.instant());
        long first = only(work).opening();
        ladders.publish(work, creator, clock.instant());
        assertThat(only(work).opening()).isEqualTo(first);
        ladders.withdraw(work, creator, clock.instant());
        assertThat(only(work).state()).isEqualTo(State.WITHDRAWN);
        ladders.publish(work, creator, clock.instant());
        assertThat(pools.of(work)).extracting(PoolRow::state).containsExactly(State.WITHDRAWN, State.OPEN);
        assertThat(last(work).opened().pool()).isEqualTo(1);
        assertThat(journeys.of(work).next()).isEqualTo(Journey.Next.SHOWING);
    }

    @Test
    @Tag("TD-04")
    void aVerdictOnTheLogLetsAWorkIntoTheNextPoolOnce() {
        var work = ladders.published(somebody(), clock.instant());
        var judged = ladders.judged(only(work).opened(), 900, clock.instant());
        ladders.log(judged);
        ladders.log(judged);
        await().atMost(PATIENCE).until(() -> pools.of(work).size() == 2);
        var next = last(work);
        assertThat(pools.of(work).getFirst().verdict()).isEqualTo(Verdict.PROMOTED_ON_EVIDENCE);
        assertThat(next.opened().pool()).isEqualTo(2);
        assertThat(next.opened().quota()).isEqualTo(PolicyDocument.first().quota(2, judged.low()));
        assertThat(next.opened().target().cohort())
                .isEqualTo(pools.of(work).getFirst().opened().target().cohort());
        verdicts.take(judged);
        assertThat(pools.of(work)).hasSize(2);
    }

    @Test
    @Tag("TD-07")
    @Tag("TD-08")
    void aReceiptSaysWhatWasCountedAndWhatWouldHavePassed() {
        var work = ladders.published(somebody(), clock.instant());
        verdicts.take(ladders.judged(only(work).opened(), 60, clock.instant()));
        var journey = journeys.of(work);
        assertThat(journey.next()).isEqualTo(Journey.Next.END);
        var step = journey.steps().getFirst();
        var judgement = Objects.requireNonNull(step.judgement());
        assertThat(judgement.verdict()).isEqualTo(Verdict.STOPPED_ON_EVIDENCE);
        assertThat(judgement.rates())
                .extracting(Journey.Rate::outcome)
                .containsExactly("play", "completion", "like", "comment", "share", "conversion", "hold", "follow");
        var completion = judgement.rates().get(1);
        assertThat(completion.yes()).isEqualTo(21);
        assertThat(completion.low()).isLessThan(21 / 350.0);
        assertThat(completion.high()).isGreaterThan(21 / 350.0);
        assertThat(completion.lacking()).isPositive();
        assertThat(judgement.score()).isLessThan(judgement.bar());
        assertThat(step.merits()).isNotEmpty();
    }

    /** Half an hour goes by. */
    private void pastIsTold(WorkId... works) {
        for (var work : works) {
            jdbc.sql("update traffic.pool set tended_at = opened_at where work = :work")
                    .param("work", work.value())
                    .update();
        }
    }

    @Test
    @Tag("TD-04")
    void aWorkWhosePastIsToldGoesOnWhenItWasJudged() {
        var work = ladders.published(somebody(), yesterday().minus(Duration.ofHours(20)));
        var judged = ladders.judged(only(work).opened(), 900, yesterday());
        verdicts.take(judged);
        var next = last(work);
        assertThat(next.opened().pool()).isEqualTo(2);
        assertThat(next.opened().at()).isEqualTo(judged.at().truncatedTo(ChronoUnit.MILLIS));
        assertThat(next.tendedAt()).isAfter(clock.instant());

        var later = ladders.published(somebody(), yesterday().minus(Duration.ofHours(20)));
        pastIsTold(later);
        verdicts.take(ladders.judged(only(later).opened(), 900, yesterday()));
        assertThat(last(later).opened().at()).isAfter(yesterday().plus(Duration.ofHours(29)));
    }

    @Test
    @Tag("TD-04")
    void whatEvidenceLeavesUndecidedIsRankedTheNextDay() {
        var early = yesterday();
        var best = ladders.published(somebody(), early.minus(Duration.ofHours(20)));
        var worst = ladders.published(somebody(), early.minus(Duration.ofHours(20)));
        verdicts.take(ladders.judged(only(best).opened(), 520, early));
        verdicts.take(ladders.judged(only(worst).opened(), 470, early));
        assertThat(only(best).state()).isEqualTo(State.ROUND);
        assertThat(journeys.of(best).next()).isEqualTo(Journey.Next.ROUND);
        round.hold();
        assertThat(only(best).state()).as("while its past is told").isEqualTo(State.ROUND);
        pastIsTold(best, worst);
        round.hold();
        var held = rounds.find(Objects.requireNonNull(pools.of(best).getFirst().round()))
                .orElseThrow();
        var places = held.contenders().stream()
                .map(each -> each.work())
                .filter(List.of(best, worst)::contains)
                .toList();
        assertThat(places).containsExactly(best, worst);
        assertThat(held.contenders().stream().filter(each -> each.verdict().promotes()))
                .hasSize(Math.min(held.places(), held.contenders().size()));
        assertThat(pools.of(worst).getFirst().state()).isIn(State.PROMOTED, State.STOPPED);
        var ranked =
                Objects.requireNonNull(journeys.of(worst).steps().getFirst().judgement());
        assertThat(Objects.requireNonNull(ranked.round()).contenders())
                .isEqualTo(held.contenders().size());
        round.hold();
        assertThat(pools.of(best).getFirst().round()).isEqualTo(held.id());
    }

    @Test
    @Tag("TD-22")
    @Tag("GV-22")
    void otherRulesAreTriedOnWhatHappened() {
        var work = ladders.published(somebody(), clock.instant());
        verdicts.take(ladders.judged(only(work).opened(), 60, clock.instant()));
        var same = dryRuns.run(PolicyDocument.first(), 2);
        assertThat(same).isNotEmpty().allMatch(group -> group.before().equals(group.after()));
        var groups = same.stream().filter(group -> group.dimension() == DryRun.Dimension.VERTICAL);
        assertThat(groups)
                .anyMatch(group ->
                        group.name().equals("kitchen") && group.before().stopped() > 0);
    }

    private WorkId throughAllPools() {
        var work = ladders.published(somebody(), clock.instant());
        for (int pool = 1; pool <= 3; pool++) {
            verdicts.take(ladders.judged(last(work).opened(), 900, clock.instant()));
        }
        return work;
    }

    @Test
    @Tag("TD-05")
    @Tag("TD-06")
    void nothingGoesHotWithoutAPerson() {
        var work = throughAllPools();
        assertThat(pools.of(work)).hasSize(3).allMatch(row -> row.state() == State.PROMOTED);
        assertThat(journeys.of(work).next()).isEqualTo(Journey.Next.REVIEW);
        assertThat(desk.waiting(1_000)).anyMatch(row -> row.opened().work().equals(work));
        assertThatThrownBy(() -> jdbc.sql("update traffic.pool set hot = true where work = :work")
                        .param("work", work.value())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("reviewer");
        var reviewer = somebody();
        assertThatThrownBy(() -> desk.decide(Objects.requireNonNull(last(work).creator()), work, true, "mine"))
                .isInstanceOf(Refusal.class);
        desk.decide(reviewer, work, true, "well made and lawful");
        assertThat(last(work).opened().pool()).isEqualTo(4);
        assertThat(last(work).opened().quota())
                .isEqualTo(PolicyDocument.first().hot().quota());
        assertThatThrownBy(() -> desk.decide(reviewer, work, true, "again")).isInstanceOf(Refusal.class);
    }

    @Test
    @Tag("TD-06")
    void everyDecisionAboutGoingHotIsToldNotOnlyTheLast() {
        var work = throughAllPools();
        desk.decide(somebody(), work, false, "it looks like a copy");
        desk.decide(somebody(), work, true, "it is licensed");
        assertThat(desk.decided(work, Paging.first()).items())
                .extracting(each -> each.letGo() + " " + each.note())
                .containsExactly("true it is licensed", "false it looks like a copy");
        var first = desk.decided(work, new Paging(Long.MAX_VALUE, 1));
        assertThat(first.items()).hasSize(1);
        assertThat(first.next()).isNotNull();
        assertThat(desk.decided(null, Paging.first()).items())
                .extracting(each -> each.work())
                .startsWith(work, work);
        assertThat(desk.decided(throughAllPools(), Paging.first()).items()).isEmpty();
    }

    @Test
    @Tag("TD-06")
    void aRefusalEndsIt() {
        var work = throughAllPools();
        desk.decide(somebody(), work, false, "a copy of another's");
        assertThat(last(work).opened().pool()).isEqualTo(3);
        assertThat(journeys.of(work).next()).isEqualTo(Journey.Next.END);
        assertThat(desk.waiting(1_000)).noneMatch(row -> row.opened().work().equals(work));
    }
}
