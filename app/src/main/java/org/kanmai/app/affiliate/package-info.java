/** The alliance: what merchants promise to creators who sell for them, what these earn, and how all are paid out. */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "web :: files",
            "identity",
            "notices",
            "content",
            "content :: understanding",
            "catalog",
            "catalog :: anchors",
            "ledger",
            "trade :: addresses",
            "trade :: orders"
        })
@NullMarked
package org.kanmai.app.affiliate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
