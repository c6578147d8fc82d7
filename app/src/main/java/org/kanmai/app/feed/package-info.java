/** The mixer at work: sources, filters, scorers, selection by draw, and what explains it. {@link Recipe} lists the steps. */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "identity",
            "identity :: follows",
            "identity :: regions",
            "river",
            "river :: seen",
            "river :: leases",
            "policy",
            "traffic :: slots",
            "governance",
            "content",
            "content :: understanding",
            "conversation :: chosen",
            "conversation :: muted",
            "catalog",
            "catalog :: anchors",
            "trade :: spending",
            "live :: rooms",
            "live :: board",
            "live :: warmups"
        })
@NullMarked
package org.kanmai.app.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
