/** Live: rooms, how their picture comes in and goes out, what is said in them and what they sell. */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "identity",
            "river",
            "governance",
            "media",
            "media :: ffmpeg",
            "content :: models",
            "notices",
            "catalog"
        })
@NullMarked
package org.kanmai.app.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
