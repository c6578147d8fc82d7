/** What is sold: shops, products and their variants, prices with their history, stock, pictures. */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "web :: files",
            "web :: pictures",
            "web :: delegation",
            "identity",
            "identity :: regions",
            "identity :: roles",
            "notices",
            "governance",
            "content"
        })
@NullMarked
package org.kanmai.app.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
