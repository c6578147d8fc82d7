package org.kanmai.app.river;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.river.ItemTokens.Checked;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.WorkId;

@KanmaiTest
class ItemTokensTests {
    private static final Instant SERVED = Instant.parse("2026-03-01T08:00:00Z");

    private final Keys keys;
    private final RiverSettings settings;
    private final ItemToken token;

    ItemTokensTests(Keys keys, RiverSettings settings, Tickets tickets) {
        this.keys = keys;
        this.settings = settings;
        this.token = tickets.token(new Pseudonym(7), new WorkId(42), SERVED);
    }

    @Test
    void aTokenSaysWhatWasSaid() {
        assertThat(at(SERVED).check(at(SERVED).mint(token))).isEqualTo(new Checked.Valid(token));
    }

    @Test
    void aTokenOfWhichAnyBitWasChangedIsForged() {
        var bytes = Base64.getUrlDecoder().decode(at(SERVED).mint(token));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            var changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(at(SERVED).check(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
                    .as("bit %d", bit)
                    .isEqualTo(new Checked.Forged());
        }
    }

    @Test
    void whatIsNoTokenIsForged() {
        var good = at(SERVED).mint(token);
        for (var text :
                new String[] {"", "%%", good + "AAAA", good.substring(4), good.substring(0, good.length() - 4)}) {
            assertThat(at(SERVED).check(text)).as(text).isEqualTo(new Checked.Forged());
        }
    }

    @Test
    void aTokenIsGoodFor24Hours() {
        var text = at(SERVED).mint(token);
        var end = SERVED.plus(Duration.ofHours(24));
        assertThat(at(end).check(text)).isEqualTo(new Checked.Valid(token));
        assertThat(at(end.plusMillis(1)).check(text)).isEqualTo(new Checked.Expired());
    }

    private ItemTokens at(Instant now) {
        return new ItemTokens(keys, Clock.fixed(now, ZoneOffset.UTC), settings);
    }
}
