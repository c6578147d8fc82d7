package org.kanmai.app.identity.settlers;

import java.time.Instant;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;

/**
 * Something that a settler did at an instant of the past because of what was shown.
 *
 * @param shown what the exposure showed
 * @param creator whose it is
 */
public record Deed(Settler settler, Instant at, ExposureId exposure, Subject shown, Source source, PersonId creator) {

    /** Returns the fact that tells of it. */
    public Engaged engaged(long id, Subject subject, Engagement engagement) {
        return new Engaged(
                id, at, Origin.SIMULATED, settler.pseudonym(), exposure, subject, source, creator, engagement);
    }
}
