/** Buying and selling: quotes, orders and what becomes of them, shipping by hand, refunds. */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "web :: files",
            "identity",
            "identity :: regions",
            "identity :: settlers",
            "notices",
            "governance",
            "catalog",
            "catalog :: freight",
            "catalog :: stock",
            "catalog :: sales",
            "catalog :: wording",
            "promotion :: coupons",
            "promotion :: groups",
            "promotion :: sharing",
            "ledger",
            "payment"
        })
@NullMarked
package org.kanmai.app.trade;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
