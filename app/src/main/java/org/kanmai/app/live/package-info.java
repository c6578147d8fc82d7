/** Live: rooms, how their picture comes in and goes out, what is said in them and what they sell. */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "web :: delegation",
            "identity",
            "identity :: regions",
            "river",
            "governance",
            "media",
            "media :: ffmpeg",
            "content",
            "content :: models",
            "conversation",
            "notices",
            "catalog",
            "catalog :: sales",
            "promotion :: coupons",
            "trade :: orders",
            "trade :: checkout",
            "trade :: dues",
            "affiliate :: contracts",
            "affiliate :: sales",
            "affiliate :: terms",
            "payment",
            "ledger"
        })
@NullMarked
package org.kanmai.app.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
