package org.kanmai.app.governance;

import org.kanmai.facts.Code;

/** The 12 classes of what may not be shown; each has its {@link Penalty} in the penalty table. */
public enum Violation implements Code {
    /** Against the law in another way than those below: forged papers, smuggling, calls to crime. */
    ILLEGAL,
    /** Sexual acts or sexual services. */
    PORNOGRAPHIC,
    /** Gore, weapons, calls to violence. */
    VIOLENT,
    /** Gambling, drugs, and the way to either. */
    GAMBLING_OR_DRUGS,
    /** Takes people's money by deceit. */
    FRAUD,
    /** Praises goods beyond what is true. */
    FALSE_ADVERTISING,
    /** Sells imitations of a brand. */
    COUNTERFEIT,
    /** Shows another's work without leave. */
    INFRINGEMENT,
    /** Shows or sells another's personal data. */
    PRIVACY,
    /** Harms children. */
    MINORS,
    /** Coarse, insulting or hateful. */
    VULGAR,
    /** Empty, misleading or broken. */
    LOW_QUALITY
}
