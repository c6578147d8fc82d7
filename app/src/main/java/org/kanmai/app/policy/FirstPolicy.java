package org.kanmai.app.policy;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Sees to it that some rules hold before anybody asks. */
@Component
class FirstPolicy implements SmartInitializingSingleton {
    private final Releasing releasing;
    private final Policies policies;

    FirstPolicy(Releasing releasing, Policies policies) {
        this.releasing = releasing;
        this.policies = policies;
    }

    @Override
    public void afterSingletonsInstantiated() {
        releasing.first();
        policies.refresh();
    }
}
