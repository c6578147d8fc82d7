package org.kanmai.distribution.policy;

import java.util.List;

/** What came of reading a document. */
public sealed interface PolicyReading {

    /** The document keeps all rules. */
    record Accepted(DistributionPolicy policy) implements PolicyReading {}

    /** The document breaks these rules, in the order of its lines. */
    record Refused(List<Problem> problems) implements PolicyReading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /**
     * One broken rule.
     *
     * @param line of the document, from 1 on
     * @param en what is wrong, in English
     * @param zh the same in Chinese
     */
    record Problem(int line, String en, String zh) {
        @Override
        public String toString() {
            return "line " + line + ": " + en;
        }
    }
}
