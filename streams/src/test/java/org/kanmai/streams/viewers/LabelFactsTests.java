package org.kanmai.streams.viewers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kanmai.streams.Cast.ANNA;
import static org.kanmai.streams.Cast.BO;
import static org.kanmai.streams.Cast.NOODLES;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Fact;
import org.kanmai.streams.Cast;
import org.kanmai.streams.log.Message;

@Tag("TD-21")
class LabelFactsTests {
    private KeyedOneInputStreamOperatorTestHarness<Long, AboutWork, Labelled> operator;

    @BeforeEach
    void open() throws Exception {
        operator = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new LabelFacts()), AboutWork::work, Types.LONG);
        operator.open();
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void aFactGetsTheLabelsOfItsWork() throws Exception {
        process(Cast.published(), Cast.watched(1, 1, 9_900));

        assertThat(operator.extractOutputValues()).singleElement().satisfies(labelled -> {
            assertThat(labelled.viewer()).isEqualTo(ANNA.value());
            assertThat(labelled.read()).contains(Cast.watched(1, 1, 9_900));
            assertThat(labelled.labels()).isEqualTo(new Labels(BO.value(), List.of("noodles", "scene:kitchen")));
        });
    }

    @Test
    void aFactThatIsEarlyWaitsForItsWork() throws Exception {
        process(Cast.watched(1, 1, 9_900));
        assertThat(operator.extractOutputValues()).isEmpty();

        process(Cast.published());
        assertThat(operator.extractOutputValues())
                .singleElement()
                .satisfies(labelled -> assertThat(labelled.labels().known()).isPresent());
        assertThat(operator.numKeyedStateEntries()).as("the labels alone").isEqualTo(1);
    }

    @Test
    void aFactWaitsTenSecondsAtMost() throws Exception {
        process(Cast.watched(1, 1, 9_900));
        operator.setProcessingTime(Waiting.LIMIT.toMillis() - 1);
        assertThat(operator.extractOutputValues()).isEmpty();

        operator.setProcessingTime(Waiting.LIMIT.toMillis());
        assertThat(operator.extractOutputValues()).extracting(Labelled::labels).containsExactly(Labels.UNKNOWN);
        assertThat(operator.numKeyedStateEntries()).isZero();
        assertThat(operator.numProcessingTimeTimers()).isZero();
    }

    @Test
    void onlySoManyFactsWait() throws Exception {
        for (int i = 1; i <= Waiting.MOST + 1; i++) {
            process(Cast.watched(i, 1, 9_900));
        }

        assertThat(operator.extractOutputValues()).hasSize(1);
    }

    @Test
    void theLabelsOfAWithdrawnWorkAreCleared() throws Exception {
        process(Cast.published(), Cast.withdrawn());

        assertThat(operator.numKeyedStateEntries()).isZero();
    }

    @Test
    void anExposureTeachesNothing() throws Exception {
        process(Cast.published(), Cast.exposed(1));

        assertThat(operator.extractOutputValues()).isEmpty();
        assertThat(operator.numKeyedStateEntries()).as("the labels alone").isEqualTo(1);
    }

    private void process(Fact... facts) throws Exception {
        var about = new ArrayList<AboutWork>();
        for (Fact fact : facts) {
            var message = new Message(NOODLES.value(), Message.of(fact).fact());
            new WorkFacts().flatMap(message, new ListCollector<>(about));
        }
        for (AboutWork each : about) {
            operator.processElement(each, 0);
        }
    }
}
