package org.kanmai.app.river;

import java.time.Duration;
import java.time.Instant;
import org.kanmai.app.TestClock;
import org.kanmai.app.river.ItemTokens.Checked;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PageId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.Terms;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/** Makes item tokens as if works had been served, and opens those that were. */
@Component
public class Tickets {
    static final int EIGHT_SECONDS = 8_000;

    private final ItemTokens tokens;
    private final Ids ids;
    private final TestClock clock;

    Tickets(ItemTokens tokens, Ids ids, TestClock clock) {
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns the token of a work of eight seconds, served to a pseudonym a while ago. */
    public String served(Pseudonym pseudonym, WorkId work, Duration ago) {
        return tokens.mint(token(pseudonym, work, clock.instant().minus(ago)));
    }

    /** Returns the token of some work of eight seconds, served a minute ago. */
    public String served(Pseudonym pseudonym) {
        return served(pseudonym, new WorkId(ids.next()), Duration.ofMinutes(1));
    }

    ItemToken token(Pseudonym pseudonym, WorkId work, Instant at) {
        var terms = new Terms(
                new ExposureId(ids.next()),
                new PageId(ids.next()),
                99,
                pseudonym,
                Subject.work(work),
                Surface.FOR_YOU,
                2,
                Source.POPULAR,
                SlotKind.RANDOMISED,
                0.1,
                1,
                3);
        return new ItemToken(terms, EIGHT_SECONDS, at);
    }

    /** Returns the terms that a token holds. */
    public Terms terms(String token) {
        if (tokens.check(token) instanceof Checked.Valid valid) {
            return valid.token().terms();
        }
        throw new AssertionError("not a valid token");
    }
}
