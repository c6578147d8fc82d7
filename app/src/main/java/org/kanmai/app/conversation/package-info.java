/** What people say below works and how they react to them: comments, likes, favourites, "not interested", exact counts, muted tags. */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "identity",
            "identity :: settlers",
            "notices",
            "governance",
            "content",
            "content :: words"
        })
@NullMarked
package org.kanmai.app.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
