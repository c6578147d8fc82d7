package org.kanmai.streams.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kanmai.streams.Cast.ANNA;
import static org.kanmai.streams.Cast.NOODLES;

import java.nio.charset.StandardCharsets;
import java.util.List;
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

@Tag("TD-60")
class ForwardFactsTests {
    private KeyedOneInputStreamOperatorTestHarness<Long, Message, Message> operator;

    @BeforeEach
    void open() throws Exception {
        operator = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new ForwardFacts()), Message::key, Types.LONG);
        operator.open();
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void aFactAboutAWorkGoesOnWithTheSameBytesUnderTheWorksKey() throws Exception {
        byte[] original = "{ \"kind\":\"watched\" }".getBytes(StandardCharsets.UTF_8);
        var like = Message.of(Cast.liked(5));
        operator.processElement(new Message(ANNA.value(), original), 0);
        operator.processElement(like, 0);

        assertThat(operator.extractOutputValues()).singleElement().satisfies(out -> {
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
    @Tag("GV-07")
    void theEndOfAPseudonymClearsWhatWasExposedToIt() throws Exception {
        process(Cast.exposed(1));
        assertThat(operator.numKeyedStateEntries()).isEqualTo(1);

        process(Cast.retired(), Cast.exposed(2), Cast.followed(5, new ExposureId(1)));

        assertThat(keys()).hasSize(2);
        assertThat(operator.numKeyedStateEntries()).as("the tombstone alone").isEqualTo(1);
    }

    private void process(Fact... facts) throws Exception {
        for (Fact fact : facts) {
            operator.processElement(Message.of(fact), 0);
        }
    }

    private List<Long> keys() {
        return operator.extractOutputValues().stream().map(Message::key).toList();
    }
}
