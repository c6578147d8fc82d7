package org.kanmai.app.live.pulling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Vault;
import org.kanmai.facts.RoomId;
import org.springframework.stereotype.Component;

/** What one process shows another to pull a room: sealed under the site's key, which all of them have, and good for a moment. */
@Component
public class Passes {
    /** The header of a request that carries it. */
    public static final String HEADER = "Kanmai-Node";

    private static final Duration GOOD = Duration.ofSeconds(30);
    private static final int LONGEST = 1_000;
    private static final Pattern WORDS = Pattern.compile("live-pull:([0-9]{1,19}):([0-9]{1,15})");

    private final Vault vault;
    private final Clock clock;

    Passes(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** Returns a pass to pull a room now. */
    public String of(RoomId room) {
        var words = "live-pull:" + room + ":" + clock.millis();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(words.getBytes(UTF_8)));
    }

    /** Returns whether a pass was made for this room by a process of this site a moment ago. */
    public boolean isGood(RoomId room, @Nullable String pass) {
        if (pass == null || pass.length() > LONGEST) {
            return false;
        }
        try {
            var opened = vault.open(Base64.getUrlDecoder().decode(pass));
            var words = WORDS.matcher(new String(opened, UTF_8));
            return words.matches() && words.group(1).equals(room.toString()) && isNow(Long.parseLong(words.group(2)));
        } catch (IllegalArgumentException | IllegalStateException foreign) {
            return false;
        }
    }

    private boolean isNow(long millis) {
        return Duration.between(Instant.ofEpochMilli(millis), clock.instant())
                        .abs()
                        .compareTo(GOOD)
                <= 0;
    }
}
