package org.kanmai.distribution.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.distribution.judging.PoolReplay.Difference;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PoolDue.Reason;
import org.kanmai.facts.PoolJudged;
import org.kanmai.facts.RoundHeld;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Verdict;

@Tag("GV-17")
class PoolReplayTests {

    /** What a live judge leaves on the log: each fact, and after it the verdict that it led to. */
    private static List<Fact> lived(List<Fact> facts) {
        var judge = new PoolJudge();
        var log = new ArrayList<Fact>();
        for (var fact : facts) {
            log.add(fact);
            judge.take(fact).ifPresent(log::add);
        }
        return log;
    }

    private static List<Fact> facts(long seed) {
        var opened = River.opened(2, 1_000);
        var facts = new ArrayList<Fact>(List.of(opened));
        facts.addAll(River.audience(300, Math.floorMod(seed, 700), seed));
        facts.add(River.due(opened, 100_000, Reason.DEADLINE));
        return facts;
    }

    private static PoolReplay.Result replayed(List<Fact> log) {
        var replay = new PoolReplay();
        log.forEach(fact -> replay.take(FactCodec.write(fact)));
        return replay.result();
    }

    @Property(tries = 30)
    void theSameRecordsGiveTheSameVerdictBitForBit(@ForAll long seed) {
        var result = replayed(lived(facts(seed)));
        assertThat(result.equal()).isOne();
        assertThat(result.differences()).isEmpty();
        assertThat(result.waiting()).isZero();
    }

    @Test
    void aVerdictThatIsAnotherByOneBitIsFound() {
        var log = new ArrayList<>(lived(facts(400)));
        log.replaceAll(fact -> fact instanceof PoolJudged judged ? changed(judged) : fact);
        assertThat(replayed(log).differences()).extracting(Difference::kind).containsExactly(Difference.Kind.VERDICT);
    }

    private static PoolJudged changed(PoolJudged judged) {
        return new PoolJudged(
                judged.id(),
                judged.at(),
                judged.origin(),
                judged.work(),
                judged.opening(),
                judged.pool(),
                judged.verdict(),
                judged.units(),
                Math.nextUp(judged.above()),
                judged.below(),
                judged.low(),
                judged.kinds());
    }

    @Test
    void anExposureThatIsLeftOutOrAVerdictFromNowhereIsFound() {
        var log = new ArrayList<>(lived(facts(400)));
        log.remove(1);
        assertThat(replayed(log).differences()).hasSize(1);
        var early = new ArrayList<>(lived(facts(400)));
        early.add(
                1,
                early.stream().filter(PoolJudged.class::isInstance).findFirst().orElseThrow());
        assertThat(replayed(early).differences())
                .extracting(Difference::kind)
                .containsExactly(Difference.Kind.UNFOUNDED);
    }

    @Test
    void aFollowCountsForTheWorkWhoseExposureLedToIt() {
        var opened = River.opened(1, 1);
        var exposed = River.exposed(1, 0);
        var engaged = River.engaged(exposed, 5, Engagement.FOLLOWED);
        var follow = new Engaged(
                engaged.id(),
                engaged.at(),
                Origin.LIVE,
                engaged.pseudonym(),
                engaged.exposure(),
                Subject.person(engaged.creator()),
                engaged.source(),
                engaged.creator(),
                Engagement.FOLLOWED);
        var log = lived(List.of(opened, exposed, follow, River.due(opened, 700, Reason.DELIVERED)));
        assertThat(replayed(log).equal()).isOne();
    }

    @Test
    void aRoundThatRanksOtherwiseThanTheBoundsSayIsFound() {
        var log = new ArrayList<>(lived(facts(310)));
        var judged = (PoolJudged) log.getLast();
        assertThat(judged.verdict()).isEqualTo(Verdict.ENTERS_ROUND);
        log.add(round(judged, 1, Verdict.PROMOTED_BY_RANK));
        assertThat(replayed(log).rounds()).isOne();
        log.set(log.size() - 1, round(judged, 0, Verdict.PROMOTED_BY_RANK));
        assertThat(replayed(log).differences()).extracting(Difference::kind).containsExactly(Difference.Kind.ROUND);
    }

    private static RoundHeld round(PoolJudged judged, int places, Verdict verdict) {
        return new RoundHeld(
                90,
                judged.at(),
                Origin.LIVE,
                2,
                1,
                places,
                List.of(new RoundHeld.Contender(judged.work(), judged.opening(), judged.low(), verdict)));
    }
}
