/** Which works are owed exposures, who is given them, and what is decided about them; {@link Pools} is what a feed asks. */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "identity",
            "river",
            "river :: leases",
            "policy",
            "governance",
            "content",
            "catalog",
            "catalog :: anchors"
        })
@NullMarked
package org.kanmai.app.traffic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
