package org.kanmai.ranking.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.LayoutWriter;
import org.kanmai.ranking.RecentWatches;
import org.kanmai.ranking.ViewerInterests;
import org.kanmai.ranking.ViewerSpending;
import org.kanmai.ranking.WorkCounters;
import org.kanmai.ranking.WorkLabels;
import org.kanmai.ranking.WorkPrice;

class SiteShapeTests {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ViewerSpending SPENT = new ViewerSpending(2, "CNY", 25_800);
    private static final LocalDateTime WALL = LocalDateTime.of(2026, 3, 1, 20, 0);
    private static final PersonId BO = new PersonId(22);
    private static final Item NOODLES = new Item(
            new WorkId(33), BO, NOON.minusSeconds(7_200), 14_000, List.of("noodles", "scene:kitchen"), List.of("soup"));

    private static Audience anna() {
        var liked = new Engaged(
                1,
                NOON,
                Origin.LIVE,
                new Pseudonym(11),
                null,
                Subject.work(NOODLES.work()),
                Source.FRESH,
                BO,
                Engagement.LIKED);
        var interests = ViewerInterests.NONE
                .after(liked, new WorkLabels(BO, NOODLES.tags()), 0)
                .interests();
        var watches = new RecentWatches(List.of(
                new RecentWatches.Entry(new WorkId(5), NOON, 90), new RecentWatches.Entry(new WorkId(6), NOON, 10)));
        return new Audience(
                interests, interests.at(NOON), watches, Set.of(BO), "cn-zj", SPENT, 3, Surface.FOR_YOU, WALL);
    }

    private static Meeting meeting(Audience audience) {
        return new Meeting(audience, NOODLES, Source.FRESH, WorkCounters.NONE.rated(), NOON);
    }

    @Test
    @Tag("TD-16")
    void whatWasLikedAndWatchedIsInTheViewersFields() {
        var ids = SiteShape.viewer(anna());
        assertThat(ids.fields()[ViewerField.TAG_1.number()]).isNotZero();
        assertThat(ids.fields()[ViewerField.CREATOR_1.number()]).isEqualTo(FieldId.of(22));
        assertThat(ids.history()).as("half watched works alone").containsExactly(FieldId.of(5));
        long[] cross = SiteShape.cross(meeting(anna()));
        assertThat(cross[CrossField.FOLLOWED.number()]).isEqualTo(2);
        assertThat(cross[CrossField.TAG_LIKED.number()]).isNotZero();
    }

    @Test
    @Tag("TD-17")
    void regionAndSpendingAreFieldsOnlyWhereTheyAreGiven() {
        var known = SiteShape.viewer(anna()).fields();
        var unknown = SiteShape.viewer(anna().unknown()).fields();
        assertThat(known[ViewerField.REGION.number()]).isEqualTo(FieldId.of("cn-zj"));
        assertThat(unknown[ViewerField.REGION.number()]).isZero();
        assertThat(known[ViewerField.ORDERS.number()]).isNotEqualTo(unknown[ViewerField.ORDERS.number()]);
        assertThat(known[ViewerField.SPENDING.number()]).isEqualTo(FieldId.price("CNY", 12_900));
        assertThat(unknown[ViewerField.SPENDING.number()]).isZero();
        assertThat(SiteShape.viewer(anna().withoutSpending()).fields()[ViewerField.SPENDING.number()])
                .isZero();
        assertThat(SiteShape.viewer(anna().withoutRegion()).fields()[ViewerField.REGION.number()])
                .isZero();
    }

    @Test
    @Tag("TD-17")
    void aWorkIsInTheBandOfWhatItSellsInItsOwnCurrency() {
        assertThat(price(WorkPrice.NONE)).isZero();
        assertThat(price(new WorkPrice("CNY", 9_900))).isEqualTo(price(new WorkPrice("CNY", 9_800)));
        assertThat(price(new WorkPrice("CNY", 9_900)))
                .isNotEqualTo(price(new WorkPrice("CNY", 99_000)))
                .isNotEqualTo(price(new WorkPrice("USD", 9_900)));
    }

    private static long price(WorkPrice price) {
        var item = new Item(new WorkId(1), BO, NOON, 1_000, List.of(), List.of(), price);
        return SiteShape.item(item)[ItemField.PRICE.number()];
    }

    @Test
    @Tag("TD-17")
    void ofSeveralCurrenciesTheOneThatMostWasSpentInCounts() {
        var sums = Map.of(
                "USD",
                new ViewerSpending.Sum(2, 500),
                "CNY",
                new ViewerSpending.Sum(3, 900),
                "EUR",
                new ViewerSpending.Sum(0, 0));
        assertThat(ViewerSpending.of(sums)).isEqualTo(new ViewerSpending(3, "CNY", 900));
        assertThat(ViewerSpending.of(Map.of())).isEqualTo(ViewerSpending.NONE);
        assertThat(ViewerSpending.parse(new ViewerSpending(3, "CNY", 900).bytes())
                        .mean())
                .isEqualTo(300);
    }

    /** Pages that were served by the release before still teach; the fields that it did not know say nothing. */
    @Test
    void whatAnOlderReleaseLoggedIsReadWithoutTheFieldsThatCameLater() {
        var fields = SiteShape.viewer(anna());
        var older = new LayoutWriter(2);
        IdRow.write(older, Arrays.copyOf(fields.fields(), ViewerField.SPENDING.number()));
        IdRow.write(older, fields.history());
        var read = ViewerIds.parse(Binary.of(older.bytes()));
        assertThat(read.fields()).hasSize(ViewerField.values().length).endsWith(0);
        assertThat(read.history()).isEqualTo(fields.history());
        var item = new LayoutWriter(2).number(1).weight(0.5);
        IdRow.write(item, Arrays.copyOf(SiteShape.item(NOODLES), ItemField.PRICE.number()));
        IdRow.write(item, SiteShape.cross(meeting(anna())));
        assertThat(ItemIds.parse(Binary.of(item.bytes())).item()).isEqualTo(SiteShape.item(NOODLES));
    }

    @Test
    @Tag("GV-02")
    void nothingOfAPersonIsLeftInTheFieldsOfTheUnknown() {
        var other = new Audience(
                ViewerInterests.NONE,
                ViewerInterests.NONE.at(NOON),
                RecentWatches.NONE,
                Set.of(),
                "",
                ViewerSpending.NONE,
                0,
                Surface.FOR_YOU,
                WALL);
        assertThat(SiteShape.viewer(anna().unknown()).fields())
                .isEqualTo(SiteShape.viewer(other).fields());
        assertThat(SiteShape.viewer(anna().unknown()).history()).isEmpty();
        assertThat(SiteShape.cross(meeting(anna().unknown()))).isEqualTo(SiteShape.cross(meeting(other)));
    }

    @Test
    @Tag("TD-45")
    void aWorkIsKnownByItsThreeFacets() {
        var item = new Item(
                new WorkId(1),
                BO,
                NOON,
                1_000,
                List.of("a", "crowd:foodies", "style:vlog", "scene:kitchen"),
                List.of());
        long[] ids = SiteShape.item(item);
        assertThat(List.of(
                        ids[ItemField.SCENE.number()],
                        ids[ItemField.STYLE.number()],
                        ids[ItemField.CROWD.number()],
                        ids[ItemField.HASHTAG_1.number()]))
                .containsExactly(
                        FieldId.of("scene:kitchen"),
                        FieldId.of("style:vlog"),
                        FieldId.of("crowd:foodies"),
                        FieldId.of("a"));
        assertThat(ids[ItemField.HASHTAG_2.number()]).isZero();
    }

    @Test
    void whatIsLoggedIsReadAgain() {
        var viewer = SiteShape.viewer(anna());
        var read = ViewerIds.parse(viewer.logged());
        assertThat(read.fields()).isEqualTo(viewer.fields());
        assertThat(read.history()).isEqualTo(viewer.history());
        var item = new ItemIds(SiteShape.item(NOODLES), SiteShape.cross(meeting(anna())), new double[] {0.5, -1});
        var again = ItemIds.parse(item.logged());
        assertThat(again.item()).isEqualTo(item.item());
        assertThat(again.cross()).isEqualTo(item.cross());
        assertThat(again.terms()).containsExactly(0.5, -1);
    }

    @Test
    void olderFormsAndBrokenOnesAreRefused() {
        var whole = SiteShape.viewer(anna()).logged().bytes();
        assertThatIllegalArgumentException().isThrownBy(() -> ViewerIds.parse(Binary.of(new byte[] {1, 0, 0})));
        for (int length = 0; length < whole.length; length++) {
            var cut = Binary.of(Arrays.copyOf(whole, length));
            assertThatIllegalArgumentException().isThrownBy(() -> ViewerIds.parse(cut));
        }
        var chance = new Random(7);
        for (int round = 0; round < 200; round++) {
            byte[] noise = new byte[40];
            chance.nextBytes(noise);
            noise[0] = 2;
            try {
                assertThat(ViewerIds.parse(Binary.of(noise)).fields()).hasSize(ViewerField.values().length);
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageNotContaining("Index");
            }
        }
    }
}
