package org.kanmai.ranking.evaluation.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.ranking.recall.Recall;

class ChannelsTests {
    private static final int WORKS = 200;

    private final Likings likings = new Likings();

    ChannelsTests() {
        LongStream.rangeClosed(1, WORKS).forEach(work -> likings.work(work, List.of()));
    }

    /** A channel that gives works by their numbers and remembers what it was asked. */
    private static final class InOrder implements Recall {
        private final List<List<Long>> asked = new ArrayList<>();

        @Override
        public List<Found> recall(List<Long> liked, int most) {
            asked.add(liked);
            return LongStream.rangeClosed(1, most)
                    .filter(work -> !liked.contains(work) && work <= WORKS)
                    .mapToObj(work -> new Found(work, 1.0 / work))
                    .toList();
        }
    }

    @Test
    @Tag("TD-18")
    void whatIsAskedForIsNewAndWasLikedBySomebodyWhoLikedBefore() {
        likings.liked(1, 10);
        likings.liked(1, 11);
        likings.saw(1, 10);
        likings.saw(1, 11);
        likings.saw(1, 12);
        likings.likedLater(1, 12);
        likings.likedLater(2, 60);
        assertThat(likings.viewers()).isZero();
        likings.likedLater(1, 60);
        likings.likedLater(1, 150);
        assertThat(likings.viewers()).isOne();
        assertThat(likings.wanted().get(1L)).containsExactlyInAnyOrder(60L, 150L);
    }

    @Test
    void aChannelIsAskedWithTheNewestLikingsAndMeasuredByWhatIsWanted() {
        likings.liked(1, 101);
        likings.liked(1, 102);
        likings.liked(1, 101);
        LongStream.rangeClosed(1, 20).forEach(work -> likings.saw(1, work));
        LongStream.of(25, 65, 90, 190).forEach(work -> likings.likedLater(1, work));
        var channel = new InOrder();
        var channels = new Channels(likings);
        var figures = channels.measure(channels.offers(channel));
        assertThat(channel.asked).containsExactly(List.of(101L, 102L));
        assertThat(figures.recall50())
                .as("21 to 70 are offered first: 25 and 65 of four")
                .isEqualTo(0.5);
        assertThat(figures.recall100()).isEqualTo(0.75);
        assertThat(figures.coverage()).isEqualTo(0.5);
        assertThat(figures.novelty()).as("nobody of one viewer knows any").isCloseTo(1, within(1e-9));
    }
}
