package org.kanmai.ranking.evaluation.site;

import org.kanmai.facts.tongue.Tongue;

/** Says why a log of facts, or what was asked of it, can't be used, in both languages. */
public final class UnusableFacts extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String zh;

    /** Says why. */
    public UnusableFacts(String en, String zh) {
        super(en);
        this.zh = zh;
    }

    /** Returns the reason in a language. */
    public String in(Tongue tongue) {
        return tongue.say(String.valueOf(getMessage()), zh);
    }
}
