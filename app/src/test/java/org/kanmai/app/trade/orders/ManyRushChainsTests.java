package org.kanmai.app.trade.orders;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;

/** The same at length: many chains, and crowds of two hundred for the last fifty. */
@Tag("EC-09")
@Tag("deep")
class ManyRushChainsTests {
    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void unitsAndMoneyAreWhereTheModelSaysAfterEveryStep(@ForAll("chains") ActionChain<Rush> chain) {
        run(chain);
    }

    @Property(tries = 3, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void twoHundredWantTheLastFiftyWhateverElseHappens(@ForAll("crowds") ActionChain<Rush> chain) {
        run(chain);
    }

    private static void run(ActionChain<Rush> chain) {
        chain.withInvariant("units and money are where the model says", Rush::check)
                .run()
                .sellTheRest();
    }

    @Provide
    ActionChainArbitrary<Rush> chains() {
        return RushChains.of(10, 8, 40);
    }

    @Provide
    ActionChainArbitrary<Rush> crowds() {
        return RushChains.of(50, 200, 40);
    }
}
