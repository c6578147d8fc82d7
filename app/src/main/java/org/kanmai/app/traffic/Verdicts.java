package org.kanmai.app.traffic;

import org.kanmai.app.policy.Policies;
import org.kanmai.app.traffic.verdicts.Judgements;
import org.kanmai.facts.PoolJudged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries verdicts out: keeps each once, and lets who was promoted into the next pool. */
@Component
class Verdicts implements Judgements {
    private static final Logger log = LoggerFactory.getLogger(Verdicts.class);

    private final PoolStore store;
    private final PoolOpening opening;
    private final Policies policies;

    Verdicts(PoolStore store, PoolOpening opening, Policies policies) {
        this.store = store;
        this.opening = opening;
        this.policies = policies;
    }

    @Override
    @Transactional
    public void take(PoolJudged judged) {
        if (!store.judge(judged)) {
            return;
        }
        log.info("pool.judged work={} pool={} verdict={}", judged.work(), judged.pool(), judged.verdict());
        if (judged.verdict().promotes()) {
            store.lock(judged.opening()).ifPresent(row -> promote(row, judged.low()));
        }
    }

    /** Lets a work that was promoted go on; the last pool's wait for people. */
    void promote(PoolRow row, double low) {
        int pool = row.opened().pool();
        var policy = policies.inForce();
        if (pool < policy.pools().size() && row.creator() != null) {
            opening.next(row, policy.quota(pool + 1, low));
        }
    }
}
