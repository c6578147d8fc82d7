package org.kanmai.app.identity.follows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Told;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.springframework.boot.test.web.server.LocalServerPort;

@KanmaiTest
class FollowTests {
    private final Cast cast;
    private final People people;
    private final Told told;
    private final int port;

    FollowTests(Cast cast, People people, Told told, @LocalServerPort int port) {
        this.cast = cast;
        this.people = people;
        this.told = told;
        this.port = port;
    }

    @Test
    void followingTwiceIsOneFollowAndOneFact() {
        var anna = Cast.handle("anna");
        var bo = Cast.handle("bo");
        var browser = Browser.of(port, anna);
        Browser.of(port, bo);
        browser.put("/api/people/" + bo + "/follow", "");
        var profile = browser.put("/api/people/" + bo + "/follow", "").json();
        assertThat(profile.path("followers").asLong()).isEqualTo(1);
        assertThat(profile.path("followed").asBoolean()).isTrue();
        assertThat(people.followed(cast.id(anna), 10)).containsExactly(cast.id(bo));
        var told = this.told.of(Engaged.class).stream()
                .filter(fact -> fact.creator().equals(cast.id(bo)))
                .toList();
        assertThat(told).extracting(Engaged::engagement).containsExactly(Engagement.FOLLOWED);
        assertThat(told.getFirst().pseudonym().value()).isEqualTo(cast.pseudonym(cast.id(anna)));
    }

    @Test
    void aBlockEndsBothFollowsAndHidesTheOneFromTheOther() {
        var anna = Cast.handle("anna");
        var bo = Cast.handle("bo");
        var annas = Browser.of(port, anna);
        var bos = Browser.of(port, bo);
        annas.put("/api/people/" + bo + "/follow", "");
        bos.put("/api/people/" + anna + "/follow", "");
        var profile = annas.put("/api/people/" + bo + "/block", "").json();
        assertThat(profile.path("blocked").asBoolean()).isTrue();
        assertThat(profile.path("followers").asLong()).isZero();
        assertThat(people.followed(cast.id(bo), 10)).isEmpty();
        assertThat(people.blocked(cast.id(bo))).containsExactly(cast.id(anna));
        assertThat(bos.get("/api/people/" + anna).status()).isEqualTo(404);
        assertThat(annas.put("/api/people/" + bo + "/follow", "").status()).isEqualTo(409);
        annas.delete("/api/people/" + bo + "/block", "");
        assertThat(bos.get("/api/people/" + anna).status()).isEqualTo(200);
    }

    @Test
    void nobodyFollowsThemselves() {
        var anna = Cast.handle("anna");
        assertThat(Browser.of(port, anna)
                        .put("/api/people/" + anna + "/follow", "")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void longListsComeInParts() {
        var star = Cast.handle("star");
        var browser = Browser.of(port, star);
        for (int fan = 0; fan < 3; fan++) {
            Browser.of(port, Cast.handle("fan")).put("/api/people/" + star + "/follow", "");
        }
        var first = browser.get("/api/people/" + star + "/followers?limit=2").json();
        assertThat(first.path("items").size()).isEqualTo(2);
        var rest = browser.get("/api/people/" + star + "/followers?limit=2&cursor="
                        + first.path("next").asString())
                .json();
        assertThat(rest.path("items").size()).isEqualTo(1);
        assertThat(rest.path("next").isNull()).isTrue();
    }
}
