package org.kanmai.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.streams.log.Message;
import org.kanmai.streams.redis.RedisWrite;
import org.kanmai.streams.viewers.AboutWork;
import org.kanmai.streams.viewers.Consent;
import org.kanmai.streams.viewers.Labelled;
import org.kanmai.streams.viewers.Labels;
import org.kanmai.streams.works.Change;
import org.kanmai.streams.works.Sighting;

class MessagesTests {

    @ParameterizedTest
    @ValueSource(
            classes = {
                Message.class,
                RedisWrite.class,
                Sighting.class,
                Change.class,
                AboutWork.class,
                Labels.class,
                Labelled.class,
                Consent.class
            })
    void flinkCarriesEachMessageWithoutGenericTypes(Class<?> message) {
        var type = TypeInformation.of(message);
        var config = new SerializerConfigImpl();
        config.setGenericTypes(false);

        assertThat(type).isInstanceOf(PojoTypeInfo.class);
        assertThatCode(() -> type.createSerializer(config)).doesNotThrowAnyException();
    }

    @Test
    void whatIsNoFactIsLeftOutAndStopsNothing() {
        assertThat(new Message(1, "{".getBytes(StandardCharsets.UTF_8)).read()).isEmpty();
        assertThat(new Message(1, "{\"kind\":\"later\"}".getBytes(StandardCharsets.UTF_8)).read())
                .isEmpty();
    }
}
