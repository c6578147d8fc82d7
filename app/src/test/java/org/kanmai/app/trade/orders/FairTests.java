package org.kanmai.app.trade.orders;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.springframework.context.ApplicationContext;

/** Coupons, groups, orders and their money, in any order, by several at once, with deaths between: all books agree. */
@KanmaiTest
@Tag("SF-01")
@Tag("SF-03")
@Tag("EC-09")
class FairTests {
    private final ApplicationContext context;

    FairTests(ApplicationContext context) {
        this.context = context;
    }

    @Test
    void whateverPeopleDoAtOnceAllBooksAgree() throws Exception {
        run(2_026, 3, 2, 40);
    }

    /** The same at length, from many beginnings. */
    @Test
    @Tag("deep")
    void whateverPeopleDoAtOnceAllBooksAgreeFromManyBeginnings() throws Exception {
        for (long seed = 1; seed <= 12; seed++) {
            run(seed, 5, 4, 60);
        }
    }

    private void run(long seed, int threads, int rounds, int steps) throws Exception {
        var fair = new Fair(context);
        for (int round = 0; round < rounds; round++) {
            fair.run(seed * 100 + round, threads, steps);
            fair.check("seed " + seed + ", round " + round);
        }
        fair.end();
    }
}
