package org.kanmai.app.river.seen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.identity.Pseudonyms;
import org.kanmai.app.river.leases.Leases;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.springframework.boot.test.web.server.LocalServerPort;

@KanmaiTest
@Tag("GV-07")
class SeenSweepTests {
    private final Seen seen;
    private final SeenStore store;
    private final SeenCache cache;
    private final Pseudonyms pseudonyms;
    private final Leases leases;
    private final TestClock clock;
    private final Cast cast;
    private final Ids ids;
    private final int port;

    SeenSweepTests(
            Seen seen,
            SeenStore store,
            SeenCache cache,
            Pseudonyms pseudonyms,
            Leases leases,
            TestClock clock,
            Cast cast,
            Ids ids,
            @LocalServerPort int port) {
        this.seen = seen;
        this.store = store;
        this.cache = cache;
        this.pseudonyms = pseudonyms;
        this.leases = leases;
        this.clock = clock;
        this.cast = cast;
        this.ids = ids;
        this.port = port;
    }

    @Test
    void whatAPseudonymOfADaySawIsKeptUntilItsTokensHaveExpired() {
        var day = exposed(new Viewer(null, Set.of(), pseudonym(), false));
        sweepAfter(Duration.ofDays(2));
        assertThat(store.find(day)).isPresent();
        sweepAfter(Duration.ofDays(3));
        assertThat(store.find(day)).isEmpty();
        assertThat(cache.bitmap(day)).isEmpty();
    }

    @Test
    void whatABrowserThatConsentedSawIsKeptForItsMonth() {
        var month = exposed(new Viewer(null, Set.of(), pseudonym(), true));
        sweepAfter(Duration.ofDays(31));
        assertThat(store.find(month)).isPresent();
        sweepAfter(Duration.ofDays(32));
        assertThat(store.find(month)).isEmpty();
    }

    @Test
    void whatAPersonWhoConsentedSawIsKeptAsLongAsTheyStay() {
        var anna = Cast.handle("anna");
        var browser = Browser.of(port, anna);
        var person = cast.id(anna);
        var lasting = exposed(viewer(person, new Pseudonym(cast.pseudonym(person))));
        sweepAfter(Duration.ofDays(40));
        sweepAfter(Duration.ofDays(400));
        assertThat(store.find(lasting)).isPresent();
        browser.put("/api/me/consents/behaviour", "{\"given\": false}");
        late(lasting, person);
        sweepAfter(Duration.ofDays(500));
        assertThat(store.find(lasting)).as("after the consent's end").isEmpty();
    }

    @Test
    void whatAPersonWhoDidNotConsentSawGoesAlsoWhenTheyDoNotComeBack() {
        var bo = Cast.handle("bo");
        new Browser(port).signUp(bo, "");
        var person = cast.id(bo);
        var pseudonym = new Pseudonym(cast.pseudonym(person));
        exposed(new Viewer(person, Set.of(), pseudonym, false));
        sweepAfter(Duration.ofDays(3));
        assertThat(store.find(pseudonym)).isEmpty();
    }

    /** A report under the former pseudonym within its day of grace. */
    private void late(Pseudonym former, PersonId person) {
        seen.exposed(viewer(person, new Pseudonym(cast.pseudonym(person))), former, Set.of(2L));
        assertThat(store.find(former)).isPresent();
    }

    @Test
    void whatComesUnderAFormerPseudonymDoesNotProlongIt() {
        var former = pseudonym();
        seen.exposed(new Viewer(null, Set.of(), pseudonym(), true), former, Set.of(1L));
        sweepAfter(Duration.ofDays(3));
        assertThat(store.find(former)).isEmpty();
    }

    private Viewer viewer(PersonId person, Pseudonym pseudonym) {
        return new Viewer(person, Set.of(), pseudonym, true);
    }

    private Pseudonym pseudonym() {
        return new Pseudonym(ids.next());
    }

    private Pseudonym exposed(Viewer viewer) {
        seen.exposed(viewer, viewer.pseudonym(), Set.of(1L));
        return viewer.pseudonym();
    }

    private void sweepAfter(Duration passed) {
        new SeenSweep(store, cache, pseudonyms, leases, Clock.offset(clock, passed)).sweep();
    }
}
