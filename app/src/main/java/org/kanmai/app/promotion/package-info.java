/** What makes a price lower than the list says, for whom, on whose account: coupons and the budgets behind them, groups that buy together, and what sharing brings. */
@ApplicationModule(
        allowedDependencies = {"web", "identity", "notices", "governance", "catalog", "catalog :: categories"})
@NullMarked
package org.kanmai.app.promotion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
