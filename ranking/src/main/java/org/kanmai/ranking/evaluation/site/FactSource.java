package org.kanmai.ranking.evaluation.site;

import java.util.function.Consumer;
import org.kanmai.facts.Fact;

/** A log that can be read once from its beginning to its end. */
@FunctionalInterface
public interface FactSource {

    /** Gives each fact, those of one viewer in their order; throws {@link UnusableFacts} where something can't be read. */
    void read(Consumer<Fact> each);
}
