package org.kanmai.simulator.town.feeds;

import org.kanmai.distribution.policy.PageRule;

/** Which positions of a page are reserved: as far apart as can be, the first positions last. */
final class Reserved {
    private final PageRule rule;

    Reserved(PageRule rule) {
        this.rule = rule;
    }

    boolean isReserved(int position) {
        return number(position + 1) > number(position);
    }

    boolean isFirst(int position) {
        return number(position) == 0;
    }

    /** Returns how many of the positions before this one are reserved. */
    private int number(int position) {
        return position % rule.positions() * rule.reserved() / rule.positions()
                + position / rule.positions() * rule.reserved();
    }
}
