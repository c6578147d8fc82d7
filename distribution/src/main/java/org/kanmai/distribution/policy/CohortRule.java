package org.kanmai.distribution.policy;

/**
 * With which works a work is compared.
 *
 * @param shortSeconds films of at most so many seconds are short...
 * @param middleSeconds ...of at most so many are of middle length
 * @param historyDays works that finished a pool in so many days make its bar
 * @param leastWorks with fewer of them the next larger cohort is asked
 * @param cellUnits a cell's factor is drawn towards 1 as if so many units of the average had been counted in it
 */
public record CohortRule(int shortSeconds, int middleSeconds, int historyDays, int leastWorks, int cellUnits) {
    public CohortRule {
        if (shortSeconds < 1 || middleSeconds <= shortSeconds || historyDays < 1 || leastWorks < 1 || cellUnits < 1) {
            throw new IllegalArgumentException("not a rule of cohorts: " + shortSeconds + ", " + middleSeconds + ", "
                    + historyDays + ", " + leastWorks + ", " + cellUnits);
        }
    }
}
