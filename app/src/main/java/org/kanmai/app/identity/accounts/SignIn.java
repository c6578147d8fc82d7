package org.kanmai.app.identity.accounts;

import java.time.Duration;
import org.kanmai.facts.PersonId;

/** What becomes of a handle and a password. */
sealed interface SignIn {

    /** They belong together. */
    record Known(PersonId person) implements SignIn {}

    /** They do not, or there is no such person: which of the two is not told. */
    record Wrong() implements SignIn {}

    /** Too many were wrong; none is looked at for a while. */
    record TooMany(Duration pause) implements SignIn {}
}
