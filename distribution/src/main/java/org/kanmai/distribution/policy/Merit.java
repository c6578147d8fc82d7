package org.kanmai.distribution.policy;

/** What an account's weight is made of; followers are no part of it. */
public enum Merit {
    REAL_NAME("real-name"),
    NO_VIOLATION("no-violation"),
    PROFILE_COMPLETE("profile-complete"),
    PUBLISHED_LATELY("published-lately"),
    /** The share of the account's own works whose completion rate was above its bar. */
    WORKS_COMPLETED("works-completed");

    private final String key;

    Merit(String key) {
        this.key = key;
    }

    /** Returns its name in documents. */
    public String key() {
        return key;
    }
}
