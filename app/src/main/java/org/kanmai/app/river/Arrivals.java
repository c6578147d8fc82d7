package org.kanmai.app.river;

import java.util.List;
import org.kanmai.facts.Exposed;

/** Hears of what came into sight, as soon as the log has it; {@code traffic} implements it. */
public interface Arrivals {

    /** Takes exposures that were just accepted; one that is told again may come again. */
    void exposed(List<Exposed> exposures);
}
