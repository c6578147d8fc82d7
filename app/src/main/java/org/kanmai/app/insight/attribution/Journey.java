package org.kanmai.app.insight.attribution;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.kanmai.facts.Money;

/**
 * The touches that came before a line of an order, the earliest first.
 *
 * @param amount what was paid for it, none of it below nothing
 * @param at when it was ordered
 */
record Journey(Money amount, Instant at, List<Touch> touches) {
    static final int MOST_TOUCHES = 50;

    Journey {
        if (touches.isEmpty() || amount.isNegative()) {
            throw new IllegalArgumentException("a journey has a touch, and costs something: " + amount);
        }
        touches = touches.stream().sorted(Comparator.comparing(Touch::at)).toList();
        touches = List.copyOf(touches.subList(Math.max(0, touches.size() - MOST_TOUCHES), touches.size()));
    }
}
