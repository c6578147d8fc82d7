/** The past of a demo world, as an operator imports it: page by page with all that followed, never as totals. */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "identity",
            "identity :: settlers",
            "river",
            "river :: seen",
            "content",
            "conversation",
            "catalog",
            "catalog :: anchors",
            "trade :: past",
            "trade :: addresses",
            "traffic :: slots"
        })
@NullMarked
package org.kanmai.app.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
