package org.kanmai.app.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Pseudonyms;
import org.kanmai.app.identity.Told;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.PseudonymRetired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KanmaiTest
class ErasureTests {
    private final Cast cast;
    private final People people;
    private final Pseudonyms pseudonyms;
    private final Told told;
    private final int port;

    ErasureTests(Cast cast, People people, Pseudonyms pseudonyms, Told told, @LocalServerPort int port) {
        this.cast = cast;
        this.people = people;
        this.pseudonyms = pseudonyms;
        this.told = told;
        this.port = port;
    }

    @Test
    @Tag("GV-07")
    void nothingTiesAnErasedPersonToAnything() {
        var anna = Cast.handle("anna");
        var bo = Cast.handle("bo");
        var browser = Browser.of(port, anna);
        var other = Browser.of(port, bo);
        var id = cast.id(anna);
        browser.put("/api/me/phone", "{\"phone\": \"13912345678\"}");
        browser.put("/api/people/" + bo + "/follow", "");
        other.put("/api/people/" + anna + "/follow", "");
        browser.put("/api/me/consents/behaviour", "{\"given\": false}");
        var pseudonym = cast.pseudonym(id);

        assertThat(browser.delete("/api/me", "{\"password\": \"wrong wrong\"}").status())
                .isEqualTo(422);
        assertThat(browser.delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD))
                        .status())
                .isEqualTo(204);

        assertThat(browser.get("/api/me").json().path("person").isNull()).isTrue();
        assertThat(other.get("/api/people/" + anna).status()).isEqualTo(404);
        assertThat(people.find(id)).isEmpty();
        assertThat(cast.tablesHolding(anna)).isEmpty();
        assertThat(inIdentity(id.toString())).as("the number without a name").containsExactly("identity.person");
        assertThat(inIdentity(Long.toString(pseudonym))).isEmpty();
        assertThat(told.of(PseudonymRetired.class))
                .anyMatch(fact -> fact.pseudonym().value() == pseudonym);
    }

    @Test
    @Tag("GV-07")
    void theHandleAndThePasswordOpenNothingAfterwards() {
        var anna = Cast.handle("anna");
        var browser = Browser.of(port, anna);
        browser.delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD));
        assertThat(new Browser(port).signIn(anna, Browser.PASSWORD).status()).isEqualTo(401);
    }

    @Test
    @Tag("GV-07")
    void whatWasSealedForAPersonStaysShut() {
        var anna = Cast.handle("anna");
        var browser = Browser.of(port, anna);
        var pseudonym = new Pseudonym(cast.pseudonym(cast.id(anna)));
        var sealed = pseudonyms.seal(pseudonym, new byte[] {30});
        assertThat(pseudonyms.open(pseudonym, sealed)).hasValue(new byte[] {30});
        browser.delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD));
        assertThat(pseudonyms.open(pseudonym, sealed)).isEmpty();
        assertThat(pseudonyms.seal(pseudonym, new byte[] {31})).isEqualTo(Binary.EMPTY);
    }

    private List<String> inIdentity(String text) {
        return cast.tablesHolding(text).stream()
                .filter(table -> table.startsWith("identity."))
                .toList();
    }
}
