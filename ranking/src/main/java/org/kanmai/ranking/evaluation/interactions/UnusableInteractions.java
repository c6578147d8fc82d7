package org.kanmai.ranking.evaluation.interactions;

import org.kanmai.facts.tongue.Tongue;

/** Says why a file of interactions, or what was asked of it, can't be used, in both languages. */
public final class UnusableInteractions extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String zh;

    UnusableInteractions(String en, String zh) {
        super(en);
        this.zh = zh;
    }

    /** Returns the reason in a language. */
    public String in(Tongue tongue) {
        return tongue.say(String.valueOf(getMessage()), zh);
    }
}
