/** What is found by words: an index of each process over what is sold and shown, and the pages of it, told to the river like any other. */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "identity",
            "river",
            "river :: seen",
            "policy",
            "governance",
            "content",
            "content :: changes",
            "catalog",
            "catalog :: changes",
            "catalog :: categories",
            "trade :: sold"
        })
@NullMarked
package org.kanmai.app.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
