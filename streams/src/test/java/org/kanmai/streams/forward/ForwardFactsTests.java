package org.kanmai.streams.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kanmai.streams.Cast.ANNA;
import static org.kanmai.streams.Cast.NOODLES;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.CommentId;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Subject;
import org.kanmai.streams.Cast;
import org.kanmai.streams.log.Message;
import org.kanmai.streams.log.Remembered;

@Tag("TD-60")
class ForwardFactsTests {
    private final List<Message> forwarded = new ArrayList<>();
    private KeyedOneInputStreamOperatorTestHarness<Long, Message, Message> follows;

    @BeforeEach
    void open() throws Exception {
        follows = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new ForwardFollows()), Message::key, Types.LONG);
        follows.open();
    }

    @AfterEach
    void close() throws Exception {
        follows.close();
    }

    @Test
    void aFactAboutAWorkGoesOnWithTheSameBytesUnderTheWorksKey() throws Exception {
        byte[] original = "{ \"kind\":\"watched\" }".getBytes(StandardCharsets.UTF_8);
        var like = Message.of(Cast.liked(5));
        process(new Message(ANNA.value(), original));
        process(like);

        assertThat(forwarded()).singleElement().satisfies(out -> {
            assertThat(out.key()).isEqualTo(NOODLES.value());
            assertThat(out.fact()).isEqualTo(like.fact());
        });
    }

    @Test
    void aFollowGoesToTheWorkWhoseExposureLedToIt() throws Exception {
        process(Cast.served(1), Cast.followed(5, new ExposureId(1)));

        assertThat(keys()).containsExactly(NOODLES.value());
    }

    @Test
    void aFollowThatNoKnownExposureLedToGoesNowhere() throws Exception {
        process(Cast.followed(5, null), Cast.followed(6, new ExposureId(1)));

        assertThat(keys()).isEmpty();
    }

    @Test
    void aLikeOfACommentGoesNowhere() throws Exception {
        process(
                Cast.exposed(1),
                Cast.engaged(5, new ExposureId(1), Subject.comment(new CommentId(3)), Engagement.LIKED));

        assertThat(keys()).hasSize(1);
    }

    @Test
    void anExposureIsRememberedForAsLongAsItsTokenLives() throws Exception {
        process(Cast.exposed(1));
        follows.setProcessingTime(Duration.ofHours(24).toMillis());
        process(Cast.exposed(2), Cast.followed(5, new ExposureId(1)));
        assertThat(keys()).as("two exposures and a follow").hasSize(3);

        follows.setProcessingTime(Duration.ofHours(26).toMillis());
        process(Cast.followed(6, new ExposureId(1)));
        assertThat(keys()).as("the first exposure is forgotten").hasSize(3);
        process(Cast.followed(7, new ExposureId(2)));
        assertThat(keys()).as("the second is not").hasSize(4);
    }

    @Test
    void onlySoManyExposuresAreRemembered() throws Exception {
        for (long exposure = 1; exposure <= Remembered.MOST + 1; exposure++) {
            process(Cast.exposed(exposure));
        }
        process(Cast.followed(5, new ExposureId(1)));
        assertThat(keys()).as("the oldest gave way").hasSize(Remembered.MOST + 1);

        process(Cast.followed(6, new ExposureId(2)));
        assertThat(keys()).as("the next did not").hasSize(Remembered.MOST + 2);
    }

    @Test
    @Tag("GV-07")
    void theEndOfAPseudonymClearsWhatWasExposedToIt() throws Exception {
        process(Cast.exposed(1));
        assertThat(follows.numKeyedStateEntries()).isEqualTo(1);

        process(Cast.retired(), Cast.exposed(2), Cast.followed(5, new ExposureId(1)));

        assertThat(keys()).hasSize(2);
        assertThat(follows.numKeyedStateEntries()).as("the tombstone alone").isEqualTo(1);
    }

    private void process(Fact... facts) throws Exception {
        for (Fact fact : facts) {
            process(Message.of(fact));
        }
    }

    private void process(Message message) throws Exception {
        new ForwardFacts().flatMap(message, new ListCollector<>(forwarded));
        if (new FollowFacts().filter(message)) {
            follows.processElement(message, 0);
        }
    }

    private List<Message> forwarded() {
        return Stream.concat(forwarded.stream(), follows.extractOutputValues().stream())
                .toList();
    }

    private List<Long> keys() {
        return forwarded().stream().map(Message::key).toList();
    }
}
