/** What the facts say when they are asked: the lake, funnels, boards, and the path of an order. */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "web :: files",
            "identity",
            "identity :: regions",
            "river",
            "notices",
            "river :: leases",
            "content",
            "catalog",
            "catalog :: stock",
            "catalog :: anchors",
            "trade :: orders",
            "feed",
            "history"
        })
@NullMarked
package org.kanmai.app.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
