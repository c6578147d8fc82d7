package org.kanmai.app.aftersales.reviews;

import java.util.List;
import org.kanmai.app.governance.BannedWords;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.governance.Standing;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Subject;
import org.springframework.stereotype.Component;

/** Asks governance whether something that was written is shown. */
@Component
class Verdicts {
    private final Governance governance;
    private final BannedWords banned;

    Verdicts(Governance governance, BannedWords banned) {
        this.governance = governance;
        this.banned = banned;
    }

    /** Whether there is something that no machine here looks at. */
    enum Pictures {
        NONE,
        SOME
    }

    /** Submits something new; returns whether it is shown at once: clear words are, pictures wait for an operator. */
    boolean submit(Subject subject, PersonId owner, String words, Pictures pictures) {
        var evidence = List.of(banned.evidence(words));
        boolean clear = pictures == Pictures.NONE && banned.in(words).isEmpty();
        if (clear) {
            governance.pass(subject, owner, evidence);
        } else {
            governance.open(subject, owner, evidence, List.of());
        }
        return clear;
    }

    /** Submits a change; what waits goes on waiting. Refuses with 409 what an operator has refused. */
    boolean resubmit(Subject subject, PersonId owner, String words, Pictures pictures) {
        boolean waiting = changeable(subject) == Standing.State.REVIEWING;
        return submit(subject, owner, words, waiting ? Pictures.SOME : pictures);
    }

    /** Makes decisions about a subject, and whoever else changes it, wait until the transaction ends. */
    void hold(Subject subject) {
        governance.hold(subject);
    }

    /** Holds a subject; refuses with 409 what an operator has refused. */
    Standing.State changeable(Subject subject) {
        hold(subject);
        var state = governance.standing(subject).map(Standing::state).orElse(Standing.State.WITHDRAWN);
        if (state != Standing.State.APPROVED && state != Standing.State.REVIEWING) {
            throw Refusal.conflict(
                    "review-refused", "Not shown by decision", "An operator has decided that this is not shown.");
        }
        return state;
    }

    void withdraw(Subject subject) {
        governance.withdraw(subject);
    }
}
