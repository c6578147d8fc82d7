package org.kanmai.app.payment.rates;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters rates, all or none. */
@Component
class Rates {
    private final RateStore store;

    Rates(RateStore store) {
        this.store = store;
    }

    @Transactional
    public void enter(List<Rate> rates) {
        rates.forEach(store::put);
    }
}
