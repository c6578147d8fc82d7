package org.kanmai.ranking.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Binary;
import org.kanmai.facts.ConsentChanged;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PageId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.PseudonymRetired;
import org.kanmai.facts.Purpose;
import org.kanmai.facts.Served;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.WorkId;

@Tag("TD-18")
@Tag("GV-02")
class LikingLogTests {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final long ANNA = 11;
    private static final long BO = 12;

    private final LikingLog log = new LikingLog(4);
    private long id = 100;

    private void page(long viewer, int stratum) {
        log.take(new Served(
                new PageId(id++),
                NOON,
                Origin.LIVE,
                new Pseudonym(viewer),
                1,
                Surface.FOR_YOU,
                1,
                stratum,
                Binary.EMPTY,
                Binary.EMPTY,
                List.of(),
                Binary.EMPTY));
    }

    private void said(long viewer, long work, Engagement engagement, int second) {
        log.take(new Engaged(
                id++,
                NOON.plusSeconds(second),
                Origin.LIVE,
                new Pseudonym(viewer),
                new ExposureId(1),
                Subject.work(new WorkId(work)),
                Source.FRESH,
                new PersonId(5),
                engagement));
    }

    private void answer(long viewer, boolean given, int second) {
        log.take(new ConsentChanged(
                id++, NOON.plusSeconds(second), Origin.LIVE, new Pseudonym(viewer), Purpose.BEHAVIOUR, given));
    }

    @Test
    void onlyWhoLetsBehaviourBeUsedIsLearnedFrom() {
        said(ANNA, 1, Engagement.LIKED, 1);
        page(BO, 0);
        said(BO, 1, Engagement.LIKED, 1);
        assertThat(log.size()).isZero();
        page(ANNA, 3);
        said(ANNA, 1, Engagement.LIKED, 2);
        said(ANNA, 2, Engagement.FAVOURITED, 3);
        said(ANNA, 2, Engagement.LIKED, 4);
        assertThat(log.interactions().sequences()).containsExactly(new long[] {1, 2});
    }

    @Test
    void whatIsTakenBackAndWhoTakesTheirConsentBackAreForgotten() {
        answer(ANNA, true, 0);
        answer(BO, true, 0);
        said(ANNA, 1, Engagement.LIKED, 1);
        said(ANNA, 2, Engagement.LIKED, 1);
        said(BO, 1, Engagement.LIKED, 1);
        said(ANNA, 1, Engagement.UNLIKED, 2);
        assertThat(log.interactions().sequences()).containsExactly(new long[] {2}, new long[] {1});
        answer(ANNA, false, 5);
        answer(ANNA, true, 4);
        page(ANNA, 3);
        said(ANNA, 3, Engagement.LIKED, 6);
        assertThat(log.interactions().sequences())
                .as("an older answer and a page that was on its way change nothing")
                .containsExactly(new long[] {1});
        log.take(new PseudonymRetired(id++, NOON, Origin.LIVE, new Pseudonym(BO)));
        answer(BO, true, 9);
        said(BO, 4, Engagement.LIKED, 10);
        assertThat(log.size()).isZero();
    }

    @Test
    void theNewestAreHeldAndChangesAreCounted() {
        page(ANNA, 1);
        for (int work = 1; work <= 6; work++) {
            said(ANNA, work, Engagement.LIKED, work);
        }
        assertThat(log.interactions().sequences()).containsExactly(new long[] {3, 4, 5, 6});
        assertThat(log.changes()).isEqualTo(6);
        said(ANNA, 6, Engagement.LIKED, 9);
        assertThat(log.changes()).as("said again").isEqualTo(6);
    }
}
