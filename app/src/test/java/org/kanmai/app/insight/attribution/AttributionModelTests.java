package org.kanmai.app.insight.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Money;

/** How credit is divided, as pure functions. */
@Tag("DX-06")
class AttributionModelTests {
    private static final Instant ORDERED = Instant.parse("2026-11-27T12:00:00Z");
    private static final Worth KNOWN = new Worth(Map.of(
            Set.of("search"), new Worth.Counted(100, 10),
            Set.of("following"), new Worth.Counted(100, 10),
            Set.of("popular"), new Worth.Counted(100, 0),
            Set.of("search", "following"), new Worth.Counted(100, 40),
            Set.of("search", "popular"), new Worth.Counted(100, 10),
            Set.of("following", "popular"), new Worth.Counted(100, 10),
            Set.of("search", "following", "popular"), new Worth.Counted(100, 40)));

    private static Journey journey(long minor, String... channels) {
        var touches = new ArrayList<Touch>();
        for (int place = 0; place < channels.length; place++) {
            touches.add(new Touch(channels[place], ORDERED.minus(Duration.ofDays(7L * (channels.length - 1 - place)))));
        }
        return new Journey(Money.of(minor, "CNY"), ORDERED, touches);
    }

    private static List<Long> credits(AttributionModel model, Journey journey) {
        return model.credits(journey, KNOWN).stream().map(Money::minor).toList();
    }

    @Test
    void theModelsDivideOneJourneyEachInItsWay() {
        var journey = journey(10_000, "search", "popular", "popular", "following");
        assertThat(credits(AttributionModel.FIRST, journey)).containsExactly(10_000L, 0L, 0L, 0L);
        assertThat(credits(AttributionModel.LAST, journey)).containsExactly(0L, 0L, 0L, 10_000L);
        assertThat(credits(AttributionModel.LINEAR, journey)).containsExactly(2_500L, 2_500L, 2_500L, 2_500L);
        assertThat(credits(AttributionModel.POSITION, journey)).containsExactly(4_000L, 1_000L, 1_000L, 4_000L);
        assertThat(credits(AttributionModel.DECAY, journey)).containsExactly(667L, 1_333L, 2_667L, 5_333L);
        assertThat(credits(AttributionModel.POSITION, journey(101, "search", "popular")))
                .containsExactly(51L, 50L);
        assertThat(credits(AttributionModel.POSITION, journey(101, "search"))).containsExactly(101L);
    }

    @Test
    void whoAddsNothingGetsNothingByShapleyAndWhoAddsTheSameGetsTheSame() {
        assertThat(credits(AttributionModel.SHAPLEY, journey(10_000, "search", "popular", "following")))
                .containsExactly(5_000L, 0L, 5_000L);
        assertThat(credits(AttributionModel.SHAPLEY, journey(10_000, "search", "search", "following")))
                .containsExactly(2_500L, 2_500L, 5_000L);
        assertThat(credits(AttributionModel.SHAPLEY, journey(9_999, "nearby", "similar", "pool")))
                .as("nothing is known of these")
                .containsExactly(3_333L, 3_333L, 3_333L);
    }

    @Test
    void moreChannelsThanPlayersAreDividedAmongTheLatest() {
        var channels = IntStream.range(0, 14).mapToObj(number -> "c" + number).toArray(String[]::new);
        var worth = new Worth(Map.of(Set.of("c13"), new Worth.Counted(10, 5)));
        var credits = AttributionModel.SHAPLEY.credits(journey(700, channels), worth);
        assertThat(credits.getLast().minor()).isEqualTo(700);
    }

    @Property(tries = 300)
    void theCreditsOfEveryModelSumToTheOrder(
            @ForAll @LongRange(max = 1_000_000_000_000L) long minor,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 11) Integer> channels) {
        var journey = journey(minor, channels.stream().map(each -> "c" + each).toArray(String[]::new));
        var worth = new Worth(Map.of(
                Set.of("c1"), new Worth.Counted(9, 1),
                Set.of("c1", "c2"), new Worth.Counted(7, 3),
                Set.of("c3", "c2"), new Worth.Counted(7, 2)));
        for (var model : AttributionModel.values()) {
            var credits = model.credits(journey, worth);
            assertThat(credits).hasSize(journey.touches().size()).noneMatch(Money::isNegative);
            assertThat(credits.stream().mapToLong(Money::minor).sum())
                    .as(model.code())
                    .isEqualTo(minor);
        }
    }

    /** Random games of four players: efficiency, symmetry, the null player, and additivity define the value. */
    @Property(tries = 300)
    void shapleysAxiomsHold(
            @ForAll @Size(16) List<@IntRange(max = 1_000) Integer> one,
            @ForAll @Size(16) List<@IntRange(max = 1_000) Integer> other) {
        double[] first = Shapley.values(4, coalition -> worth(one, coalition));
        double[] second = Shapley.values(4, coalition -> worth(other, coalition));
        double[] both = Shapley.values(4, coalition -> worth(one, coalition) + worth(other, coalition));
        assertThat(DoubleStream.of(first).sum()).isCloseTo(worth(one, 15), within(1e-6));
        for (int player = 0; player < 4; player++) {
            assertThat(both[player]).isCloseTo(first[player] + second[player], within(1e-6));
        }
        double[] nullPlayer = Shapley.values(4, coalition -> worth(one, coalition & 7));
        assertThat(nullPlayer[3]).isCloseTo(0, within(1e-6));
        double[] alike = Shapley.values(4, coalition -> Integer.bitCount(coalition & 3) + worth(one, coalition & 12));
        assertThat(alike[0]).isCloseTo(alike[1], within(1e-6));
    }

    private static double worth(List<Integer> game, int coalition) {
        return coalition == 0 ? 0 : game.get(coalition);
    }
}
