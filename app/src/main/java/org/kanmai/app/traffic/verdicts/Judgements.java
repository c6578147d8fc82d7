package org.kanmai.app.traffic.verdicts;

import org.kanmai.facts.PoolJudged;

/** Carries verdicts out. */
public interface Judgements {

    /** Takes a verdict in the transaction that notes that it was read; the same again changes nothing. */
    void take(PoolJudged judged);
}
