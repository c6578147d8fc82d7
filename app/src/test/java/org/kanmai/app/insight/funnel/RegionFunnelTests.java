package org.kanmai.app.insight.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.identity.regions.Region;
import org.kanmai.app.identity.regions.RegionsForgotten;
import org.kanmai.app.identity.regions.RegionsKnown;
import org.kanmai.app.insight.lake.Tale;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Source;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** What funnels say of regions, and what they keep to themselves because it would be of few people. */
@KanmaiTest
@Tag("DX-04")
@Tag("GV-02")
class RegionFunnelTests {
    private final Funnels funnels;
    private final Tale tale;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Map<Pseudonym, Region> lived = new HashMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private long work;

    RegionFunnelTests(
            Funnels funnels, Tale tale, ApplicationEventPublisher events, TransactionOperations transactions) {
        this.funnels = funnels;
        this.tale = tale;
        this.events = events;
        this.transactions = transactions;
    }

    @BeforeEach
    void aWorkOfItsOwn() {
        work = tale.id();
        lived.clear();
        facts.clear();
    }

    @Test
    void regionsOfTenPeopleAreToldApartAndNobodysRegionIsGuessed() {
        seen(12, Region.CN_ZJ, Source.FRESH);
        seen(15, Region.CN_SC, Source.FRESH);
        seen(5, null, Source.FRESH);
        assertThat(rows(told(Breakdown.REGION, null))).containsExactly("cn-sc 15 15", "cn-zj 12 12", "null 5 5");
        assertThat(told(Breakdown.REGION, null).total().of(Step.EXPOSED)).isEqualTo(32);
    }

    @Test
    void fewerThanTenAreHiddenAmongTheNextLargerRegion() {
        seen(3, Region.CN_BJ, Source.FRESH);
        seen(4, Region.CN_GD, Source.FRESH);
        seen(12, Region.CN_ZJ, Source.FRESH);
        seen(25, Region.CN_SC, Source.FRESH);
        seen(2, null, Source.FRESH);
        assertThat(rows(told(Breakdown.REGION, null))).containsExactly("cn-sc 25 25", "few 19 19", "null 2 2");
    }

    @Test
    void fewWhomNoRegionHidesCountAsUnknown() {
        seen(3, Region.CN_BJ, Source.FRESH);
        seen(6, Region.CN_GD, Source.FRESH);
        seen(20, null, Source.FRESH);
        assertThat(rows(told(Breakdown.REGION, null))).containsExactly("null 29 29", "few 0");
    }

    @Test
    void aRegionAloneIsToldOfOnlyWhenThereAreTenPeople() {
        seen(9, Region.CN_XZ, Source.FRESH);
        seen(12, Region.CN_QH, Source.FRESH);
        seen(3, Region.CN_QH, Source.POPULAR);
        var hidden = told(Breakdown.DAY, Region.CN_XZ);
        assertThat(hidden.total().counts()).isEmpty();
        assertThat(rows(hidden)).containsExactly("few 0");
        var shown = told(Breakdown.SOURCE, Region.CN_QH);
        assertThat(shown.total().of(Step.EXPOSED)).isEqualTo(15);
        assertThat(rows(shown))
                .as("twelve less than fifteen would tell of three")
                .containsExactly("few 15 15");
        assertThat(told(Breakdown.DAY, Region.CN_NX).total().of(Step.EXPOSED)).isZero();
    }

    @Test
    void whoIsForgottenIsOfUnknownRegionFromThenOn() {
        seen(11, Region.CN_ZJ, Source.FRESH);
        assertThat(rows(told(Breakdown.REGION, null))).containsExactly("cn-zj 11 11");
        transactions.executeWithoutResult(
                status -> events.publishEvent(new RegionsForgotten(Set.copyOf(lived.keySet()))));
        assertThat(rows(told(Breakdown.REGION, null))).containsExactly("null 11 11");
    }

    private void seen(int people, @Nullable Region region, Source source) {
        for (int one = 0; one < people; one++) {
            var viewer = tale.viewer();
            if (region != null) {
                lived.put(viewer, region);
            }
            facts.add(tale.exposed(viewer, work, source, tale.now()));
        }
    }

    /** Tells what has not been told yet, and asks when all of it is in the lake. */
    private Funnel told(Breakdown by, @Nullable Region region) {
        if (!facts.isEmpty()) {
            int all = facts.size();
            transactions.executeWithoutResult(status -> events.publishEvent(new RegionsKnown(lived)));
            tale.tell(List.copyOf(facts));
            facts.clear();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> ask(Breakdown.DAY, null).total().of(Step.EXPOSED) == all);
        }
        return ask(by, region);
    }

    private Funnel ask(Breakdown by, @Nullable Region region) {
        var day = LocalDate.ofInstant(tale.now(), ZoneOffset.ofHours(8));
        var sight = new Sight(Set.of(work), null, List.of());
        return funnels.ask(new FunnelQuestion(sight, new Period(day.minusDays(1), day), by, null, null, null, region));
    }

    private static List<String> rows(Funnel funnel) {
        return funnel.rows().stream()
                .map(row ->
                        row.key() + " " + row.viewers() + (row.counts().isEmpty() ? "" : " " + row.of(Step.EXPOSED)))
                .toList();
    }
}
