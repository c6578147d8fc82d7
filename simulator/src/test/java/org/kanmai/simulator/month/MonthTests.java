package org.kanmai.simulator.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MonthTests {
    private static final Instant END = Instant.parse("2026-11-24T12:00:00Z");
    private static final Span SPAN = new Span(END, 30);
    private static final int FILM = 10_000;
    private static final Month MONTH = month(1);
    private static final List<Page> PAGES = MONTH.pages(Instant.EPOCH, END);
    private static final List<Page.Item> SEEN = PAGES.stream()
            .flatMap(page -> page.items().stream())
            .filter(item -> item.seenAfter() != null)
            .toList();

    private static Month month(long seed) {
        var titles = Words.TITLES.keySet().stream().sorted().limit(30).toList();
        var films = IntStream.range(0, titles.size())
                .mapToObj(place -> new Film(
                        "creator" + place % 12,
                        titles.get(place),
                        List.of("tea"),
                        List.of("Lovely."),
                        place % 2 == 0 ? List.of(new Film.Goods(place, 2)) : List.of()))
                .toList();
        return Month.of(seed, SPAN, films, 400, film -> FILM);
    }

    @Test
    void theSameSeedGivesTheSameMonthAndAnotherSeedAnother() {
        assertThat(month(1).pages(Instant.EPOCH, END)).isEqualTo(PAGES);
        assertThat(month(2).pages(Instant.EPOCH, END)).isNotEqualTo(PAGES);
    }

    @Test
    void twoChaptersAreTheWholeMonth() {
        assertThat(MONTH.pages(Instant.EPOCH, SPAN.turn()))
                .isEqualTo(PAGES.stream()
                        .filter(page -> page.at().isBefore(SPAN.turn()))
                        .toList());
        assertThat(MONTH.pages(SPAN.turn(), END))
                .isEqualTo(PAGES.stream()
                        .filter(page -> !page.at().isBefore(SPAN.turn()))
                        .toList());
    }

    @Test
    void pagesAreInTheOrderOfTimeAndAfterAllThatTheyShow() {
        assertThat(PAGES).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
        assertThat(PAGES).allSatisfy(page -> {
            assertThat(page.at())
                    .isAfterOrEqualTo(MONTH.residents().get(page.resident()).joinedAt());
            assertThat(page.items())
                    .allSatisfy(
                            item -> assertThat(MONTH.pieces().get(item.piece()).publishedAt())
                                    .isBefore(page.at()));
        });
    }

    @Test
    void nobodySeesAWorkTwice() {
        var seen = new HashSet<List<Integer>>();
        PAGES.forEach(page -> page.items().stream()
                .filter(item -> item.seenAfter() != null)
                .forEach(item -> assertThat(seen.add(List.of(page.resident(), item.piece())))
                        .isTrue()));
    }

    @Test
    void theFirstChapterShowsTheFirstFilmsOnly() {
        assertThat(MONTH.pages(Instant.EPOCH, SPAN.turn()))
                .allSatisfy(page -> assertThat(page.items())
                        .allSatisfy(item -> assertThat(
                                        MONTH.pieces().get(item.piece()).film())
                                .isLessThan(12)));
    }

    @Test
    void peopleWatchAsFarAsThoseWhoWereMeasured() {
        assertThat(share(item -> played(item) < 0.1)).isCloseTo(0.187, within(0.04));
        assertThat(share(item -> played(item) >= 0.95)).isCloseTo(0.284, within(0.05));
        assertThat(share(item -> played(item) >= 1.5)).isCloseTo(0.075, within(0.03));
    }

    private static double played(Page.Item item) {
        return item.watched() == null ? 0 : item.watched().played() / (double) FILM;
    }

    private static double share(Predicate<Page.Item> rule) {
        return SEEN.stream().filter(rule).count() / (double) SEEN.size();
    }

    @Test
    void theyLikeFollowAndSpeakAsOften() {
        assertThat(rate("like")).isBetween(0.020, 0.031);
        assertThat(rate("follow")).isBetween(0.0005, 0.0015);
        assertThat(rate("comment")).isBetween(0.002, 0.0045);
        assertThat(rate("open-comments")).isBetween(0.035, 0.053);
        assertThat(rate("open-profile")).isBetween(0.011, 0.019);
    }

    private static double rate(String what) {
        ToDoubleFunction<Page.Item> done = item ->
                item.acts().stream().filter(act -> act.what().equals(what)).count();
        return SEEN.stream().mapToDouble(done).sum() / SEEN.size();
    }

    @Test
    void ofTheProductsThatAreOpenedAFewAreOrderedAndOfThoseAFewGoBack() {
        var visits = SEEN.stream()
                .map(Page.Item::visit)
                .filter(visit -> visit != null)
                .toList();
        var orders = visits.stream()
                .map(Page.Visit::order)
                .filter(order -> order != null)
                .toList();
        assertThat(orders.size() / (double) visits.size()).isBetween(0.005, 0.03);
        assertThat(orders).allSatisfy(order -> {
            assertThat(order.paidAfter() == null || order.paidAfter() > order.placedAfter())
                    .isTrue();
            assertThat(order.shippedAfter() == null).isEqualTo(order.carrier() == null);
        });
    }

    @Test
    void theDayHasItsRhythm() {
        var night =
                PAGES.stream().filter(page -> hour(page) >= 3 && hour(page) < 6).count();
        var evening = PAGES.stream()
                .filter(page -> hour(page) >= 20 && hour(page) < 23)
                .count();
        assertThat(evening).isGreaterThan(4 * night);
        assertThat(Duration.between(PAGES.getFirst().at(), PAGES.getLast().at()))
                .isGreaterThan(Duration.ofDays(28));
    }

    private static int hour(Page page) {
        return page.at()
                .plus(Duration.ofHours(8))
                .atOffset(java.time.ZoneOffset.UTC)
                .getHour();
    }

    @Test
    void eachTitleFitsTheApiAndNoneIsThereTwice() {
        var titles = Words.TITLES.values().stream().flatMap(List::stream).toList();
        assertThat(titles)
                .doesNotHaveDuplicates()
                .allSatisfy(title -> assertThat(title).hasSizeBetween(4, 40));
        assertThat(MONTH.pieces()).hasSize(270);
        assertThat(MONTH.residents()).extracting(Resident::handle).doesNotHaveDuplicates();
    }
}
