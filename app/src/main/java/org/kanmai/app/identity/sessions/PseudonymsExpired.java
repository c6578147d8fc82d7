package org.kanmai.app.identity.sessions;

import java.util.List;
import org.kanmai.facts.Pseudonym;

/** Former pseudonyms are nobody's any more: the rows that tied them to people are gone, in this transaction. */
public record PseudonymsExpired(List<Pseudonym> pseudonyms) {
    public PseudonymsExpired {
        pseudonyms = List.copyOf(pseudonyms);
    }
}
