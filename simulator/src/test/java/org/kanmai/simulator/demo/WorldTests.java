package org.kanmai.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class WorldTests {

    private static final Set<String> SCENES =
            Set.of("home", "kitchen", "street", "farm", "workshop", "studio", "store", "nature", "travel", "live");
    private static final Set<String> STYLES =
            Set.of("story", "science", "vlog", "review", "humour", "emotion", "tutorial", "showcase");
    private static final Set<String> CROWDS = Set.of(
            "everyone",
            "youth",
            "parents",
            "elders",
            "students",
            "professionals",
            "beauty",
            "tech",
            "foodies",
            "rural");

    @Test
    void theSameSeedGivesTheSameWorld() {
        assertThat(World.of(4)).isEqualTo(World.of(4));
    }

    @Test
    void anotherSeedGivesAnotherOrder() {
        assertThat(World.of(4).works()).isNotEqualTo(World.of(5).works());
    }

    @Test
    void aWorldHasTwelveCreatorsAndThirtyWorksOrMore() {
        var world = World.of(1);
        assertThat(world.creators()).hasSize(12);
        assertThat(world.works()).hasSizeGreaterThanOrEqualTo(30).doesNotHaveDuplicates();
        assertThat(world.works().stream().map(World.Work::title)).doesNotHaveDuplicates();
    }

    @Test
    void theFirstWorksAreAllByDifferentCreators() {
        assertThat(World.of(9).works().stream().limit(12).map(World.Work::creator))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyWorkFitsWhatTheApiTakes() {
        assertThat(World.of(1).works()).allSatisfy(work -> {
            assertThat(SCENES).contains(work.scene());
            assertThat(STYLES).contains(work.style());
            assertThat(CROWDS).contains(work.crowd());
            assertThat(work.title()).hasSizeBetween(4, 40);
            assertThat(work.hashtags()).hasSizeBetween(1, 5);
            assertThat(work.creator().handle()).matches("[a-z0-9_]{3,24}");
        });
    }

    @Test
    void passwordsAreLongAndFollowFromTheSeed() {
        var password = Account.of("anna", "安娜", "viewer", 1).password();
        assertThat(password).hasSizeGreaterThanOrEqualTo(10);
        assertThat(Account.of("anna", "安娜", "viewer", 1).password()).isEqualTo(password);
        assertThat(Account.of("anna", "安娜", "viewer", 2).password()).isNotEqualTo(password);
        assertThat(Account.of("chen", "陈", "merchant", 1).password()).isNotEqualTo(password);
    }
}
