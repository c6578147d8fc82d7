package org.kanmai.app.trade.orders;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;

/** Whatever happens in a rush, in whatever order, beside each other and with deaths in between: a model knows where all is. */
@Tag("EC-09")
class RushChainTests {
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void unitsAndMoneyAreWhereTheModelSaysAfterEveryStep(@ForAll("chains") ActionChain<Rush> chain) {
        chain.withInvariant("units and money are where the model says", Rush::check)
                .run()
                .sellTheRest();
    }

    @Provide
    ActionChainArbitrary<Rush> chains() {
        return RushChains.of(10, 8, 30);
    }
}
