/** After the sale: units that come back, disputes about them, what buyers say of what they received. */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "web :: pictures",
            "identity",
            "notices",
            "governance",
            "policy",
            "traffic :: favours",
            "catalog",
            "ledger",
            "trade",
            "trade :: orders",
            "trade :: news",
            "trade :: parcels",
            "trade :: amends"
        })
@NullMarked
package org.kanmai.app.aftersales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
