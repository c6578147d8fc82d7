package org.kanmai.app.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.identity.keys.MasterKey;
import org.kanmai.facts.PersonId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

@KanmaiTest
class MappingTests {
    private static final int ALL = 100_000;

    private final MappingStore store;
    private final MasterKey master;
    private final ApplicationEventPublisher events;
    private final TestClock clock;
    private final Cast cast;
    private final int port;

    MappingTests(
            MappingStore store,
            MasterKey master,
            ApplicationEventPublisher events,
            TestClock clock,
            Cast cast,
            @LocalServerPort int port) {
        this.store = store;
        this.master = master;
        this.events = events;
        this.clock = clock;
        this.cast = cast;
        this.port = port;
    }

    @Test
    @Tag("GV-02")
    void whatTiesADaysPseudonymToWhoDoesNotComeBackIsGoneTwoDaysLater() {
        var anna = person("anna", "");
        var bo = person("bo", "\"behaviour\"");
        after(Duration.ZERO).endDays(ALL);
        assertThat(store.current(anna)).as("its day is not over").isPresent();
        after(Duration.ofDays(1)).endDays(ALL);
        assertThat(store.current(anna)).isEmpty();
        assertThat(store.current(bo)).as("who consented keeps it").isPresent();
        var former = store.destroy(anna);
        assertThat(former).as("in its day of grace").hasSize(1);
    }

    private PersonId person(String name, String consents) {
        var handle = Cast.handle(name);
        new Browser(port).signUp(handle, consents);
        return cast.id(handle);
    }

    private Mapping after(Duration passed) {
        return new Mapping(store, master, events, Clock.offset(clock, passed));
    }
}
