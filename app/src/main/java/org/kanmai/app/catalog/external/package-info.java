/** Where else products are sold: links to other platforms, and what their shops tell of orders there. */
@NullMarked
package org.kanmai.app.catalog.external;

import org.jspecify.annotations.NullMarked;
