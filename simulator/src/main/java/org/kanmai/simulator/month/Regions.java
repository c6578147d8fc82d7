package org.kanmai.simulator.month;

import java.util.List;
import java.util.Optional;

/** Where people of the town say that they live: seven in ten do, most of them in a few provinces, some where hardly anybody does. */
final class Regions {
    private static final double SAID = 0.7;
    private static final List<String> CODES = List.of(
            "cn-gd", "cn-zj", "cn-js", "cn-sc", "cn-bj", "cn-sh", "cn-hn", "cn-yn", "cn-xj", "cn-nx", "elsewhere");
    private static final double[] WEIGHTS = {20, 18, 14, 12, 9, 9, 7, 5, 2, 1, 3};

    private Regions() {}

    static Optional<String> of(Chance chance) {
        return chance.hits(SAID) ? Optional.of(CODES.get(chance.weighted(WEIGHTS))) : Optional.empty();
    }
}
