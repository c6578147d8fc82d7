package org.kanmai.distribution.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.distribution.ladder.Ladder;
import org.kanmai.distribution.ladder.PoolTerms;
import org.kanmai.distribution.ladder.Trial;
import org.kanmai.distribution.policy.Outcome;
import org.kanmai.distribution.policy.Trade;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.PoolDue.Reason;
import org.kanmai.facts.PoolJudged;
import org.kanmai.facts.PoolOpened;
import org.kanmai.facts.PoolTarget;
import org.kanmai.facts.Source;
import org.kanmai.facts.Surface;
import org.kanmai.facts.Verdict;

class PoolJudgeTests {
    private static final int LATER = 100_000;

    private static Optional<PoolJudged> judge(List<? extends Fact> facts) {
        var judge = new PoolJudge();
        return facts.stream().flatMap(fact -> judge.take(fact).stream()).findFirst();
    }

    private static List<Fact> river(Fact opened, List<? extends Fact> audience, Fact... end) {
        var facts = new ArrayList<Fact>(List.of(opened));
        facts.addAll(audience);
        facts.addAll(List.of(end));
        return facts;
    }

    @Test
    @Tag("TD-03")
    void theFirstPoolIsJudgedByExactlyItsQuota() {
        var opened = River.opened(1, 200);
        var tooFew = River.audience(199, 1_000, 1);
        assertThat(judge(river(opened, tooFew, River.due(opened, LATER, Reason.DEADLINE))))
                .isEmpty();
        var judged = judge(river(opened, River.audience(260, 1_000, 1), River.due(opened, LATER, Reason.DELIVERED)))
                .orElseThrow();
        assertThat(judged.units()).isEqualTo(200);
        assertThat(judged.verdict()).isEqualTo(Verdict.PROMOTED_ON_EVIDENCE);
        assertThat(judged.opening()).isEqualTo(opened.id());
        assertThat(judged.kinds().stream().mapToInt(PoolJudged.UnitKind::count).sum())
                .isEqualTo(200);
    }

    @Test
    @Tag("TD-04")
    void aLaterPoolEndsOnEvidenceOrAtItsDeadlineWithWhatThereIs() {
        var opened = River.opened(2, 1_000);
        var bad = judge(river(opened, River.audience(400, 20, 1))).orElseThrow();
        assertThat(bad.verdict()).isEqualTo(Verdict.STOPPED_ON_EVIDENCE);
        assertThat(bad.units()).isLessThan(400);
        var some = River.audience(40, 330, 1);
        assertThat(judge(river(opened, some, River.due(opened, LATER, Reason.DELIVERED))))
                .isEmpty();
        var late = judge(river(opened, some, River.due(opened, LATER, Reason.DEADLINE)))
                .orElseThrow();
        assertThat(late.verdict()).isEqualTo(Verdict.ENTERS_ROUND);
        assertThat(late.units()).isEqualTo(40);
    }

    @Test
    void theVerdictIsTheLaddersOwn() {
        var opened = River.opened(2, 1_000);
        var judged = judge(river(opened, River.audience(600, 900, 3))).orElseThrow();
        var trial = new Trial();
        judged.kinds().forEach(kind -> trial.add(kind.outcomes(), kind.cell(), kind.count()));
        var decision =
                new Ladder(River.POLICY).decide(2, trial, 1_000, Openings.bar(opened.target()), Trade.SHOWS_NOTHING);
        assertThat(decision.verdict()).isEqualTo(judged.verdict());
        assertThat(decision.above()).isEqualTo(judged.above());
        assertThat(decision.below()).isEqualTo(judged.below());
        assertThat(Openings.terms(opened))
                .isEqualTo(PoolTerms.of(River.POLICY, 2, Openings.bar(opened.target()), Trade.SHOWS_NOTHING));
    }

    @Test
    void onlyWhatHappenedWithinTenMinutesCounts() {
        var opened = River.opened(1, 1);
        var exposed = River.exposed(1, 0);
        var inTime = judge(river(
                opened,
                List.of(exposed, River.engaged(exposed, 599, Engagement.LIKED)),
                River.due(opened, 600, Reason.DELIVERED)));
        var late = judge(river(
                opened,
                List.of(exposed, River.engaged(exposed, 600, Engagement.LIKED)),
                River.due(opened, 601, Reason.DELIVERED)));
        assertThat(inTime.orElseThrow().kinds())
                .singleElement()
                .returns(Outcome.LIKE.bit(), PoolJudged.UnitKind::outcomes);
        assertThat(late.orElseThrow().kinds()).singleElement().returns(0, PoolJudged.UnitKind::outcomes);
    }

    @Test
    void whatIsTakenBackIsNoOutcome() {
        var opened = River.opened(1, 1);
        var exposed = River.exposed(1, 0);
        var judged = judge(river(
                        opened,
                        List.of(
                                exposed,
                                River.engaged(exposed, 1, Engagement.LIKED),
                                River.engaged(exposed, 2, Engagement.COMMENTED),
                                River.engaged(exposed, 3, Engagement.UNLIKED)),
                        River.due(opened, 600, Reason.DELIVERED)))
                .orElseThrow();
        assertThat(judged.kinds()).singleElement().returns(Outcome.COMMENT.bit(), PoolJudged.UnitKind::outcomes);
    }

    @Test
    void anExposureFromBeforeThePoolIsNoneOfIt() {
        var opened = River.opened(1, 1);
        var before = River.exposed(1, -1);
        assertThat(judge(river(opened, List.of(before), River.due(opened, LATER, Reason.DELIVERED))))
                .isEmpty();
    }

    @Test
    @Tag("TD-01")
    void aWithdrawnWorkIsJudgedNoMore() {
        var opened = River.opened(1, 20);
        var facts = river(
                opened, River.audience(20, 900, 1), River.withdrawn(300), River.due(opened, LATER, Reason.DELIVERED));
        assertThat(judge(facts)).isEmpty();
    }

    @Test
    void anOpeningThatIsToldAgainOpensNothing() {
        var opened = River.opened(1, 20);
        var judge = new PoolJudge();
        river(opened, River.audience(20, 900, 1), River.due(opened, LATER, Reason.DELIVERED))
                .forEach(judge::take);
        assertThat(judge.progress()).isEmpty();
        judge.take(opened);
        assertThat(judge.progress()).isEmpty();
        judge.take(River.opened(2, 1_000));
        assertThat(judge.progress()).get().returns(0, PoolProgress::units);
    }

    @Test
    void anOpeningOfImpossibleTermsOpensNothing() {
        var good = River.opened(1, 20);
        var target = new PoolTarget("kitchen/short/new", 0.3, 0, "nowhere", List.of(), List.of());
        var bad = new PoolOpened(
                good.id(),
                good.at(),
                good.origin(),
                good.work(),
                good.creator(),
                1,
                20,
                good.deadline(),
                1,
                good.rules(),
                target,
                List.of());
        var judge = new PoolJudge();
        assertThat(judge.take(bad)).isEmpty();
        assertThat(judge.progress()).isEmpty();
        judge.take(River.opened(2, 1_000));
        assertThat(judge.progress()).isPresent();
    }

    @Property(tries = 50)
    @net.jqwik.api.Tag("TD-09")
    void noAmountOfBoughtOrAskedForTrafficChangesAVerdict(@ForAll long seed, @ForAll @IntRange(max = 300) int bought) {
        var random = new SplittableRandom(seed);
        var opened = River.opened(2, 400);
        var natural = River.audience(450, 100 + random.nextInt(600), seed);
        var mixed = new ArrayList<Fact>(natural);
        for (int each = 0; each < bought; each++) {
            int place = random.nextInt(mixed.size());
            int second = (int) (mixed.get(place).at().getEpochSecond() - River.START.getEpochSecond());
            var source = random.nextBoolean() ? Source.BOUGHT : Source.DIRECT;
            var surface = source == Source.BOUGHT ? Surface.FOR_YOU : Surface.WORK_PAGE;
            var exposed = River.exposed(10_000L + each, second, source, surface);
            mixed.add(place, exposed);
            mixed.add(place + 1, River.watched(exposed, 0, 10_000));
        }
        var end = River.due(opened, LATER, Reason.DEADLINE);
        assertThat(judge(river(opened, mixed, end))).isEqualTo(judge(river(opened, natural, end)));
    }

    @Property(tries = 50)
    void factsThatComeAgainChangeNothing(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var opened = River.opened(1, 200);
        var once = river(opened, River.audience(230, random.nextInt(1_000), seed));
        var oftener = new ArrayList<Fact>();
        for (var fact : once) {
            oftener.add(fact);
            if (random.nextInt(3) == 0) {
                oftener.add(oftener.get(random.nextInt(oftener.size())));
            }
        }
        var end = River.due(opened, LATER, Reason.DELIVERED);
        once.add(end);
        oftener.add(end);
        assertThat(judge(oftener).map(PoolJudged::kinds)).isEqualTo(judge(once).map(PoolJudged::kinds));
    }

    @Property(tries = 30)
    void aJudgeThatWasPutAwayGoesOnTheSame(@ForAll long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var opened = River.opened(1, 150);
        var facts = river(
                opened, River.audience(180, random.nextInt(1_000), seed), River.due(opened, LATER, Reason.DELIVERED));
        var judge = new PoolJudge();
        var judged = Optional.<PoolJudged>empty();
        for (var fact : facts) {
            judge = random.nextInt(20) == 0 ? putAway(judge) : judge;
            judge = random.nextInt(20) == 0 ? learnedBeside(judge, facts) : judge;
            var now = judge.take(fact);
            judged = now.isPresent() ? now : judged;
        }
        assertThat(judged).isEqualTo(judge(facts)).isPresent();
        assertThat(putAway(judge).progress()).isEqualTo(judge.progress());
    }

    /** Returns a copy of a judge, which then hears all the facts. */
    private static PoolJudge learnedBeside(PoolJudge judge, List<Fact> facts) {
        var copy = judge.copy();
        facts.forEach(judge::take);
        return copy;
    }

    @Test
    void aJudgeOfBeforeOpeningsWerePackedIsRead() throws IOException {
        var opened = River.opened(1, 150);
        byte[] logged = FactCodec.write(opened);
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeByte(1);
        out.writeLong(opened.id());
        out.writeLong(0);
        out.writeInt(logged.length);
        out.write(logged);
        out.write(new byte[3 * Integer.BYTES]);
        var judge = JudgeState.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(judge.opening).isEqualTo(opened);
        assertThat(putAway(judge).opening).isEqualTo(opened);
        assertThat(judge.packed).hasSizeLessThan(logged.length / 4);
    }

    private static PoolJudge putAway(PoolJudge judge) throws IOException {
        var bytes = new ByteArrayOutputStream();
        JudgeState.write(judge, new DataOutputStream(bytes));
        return JudgeState.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
