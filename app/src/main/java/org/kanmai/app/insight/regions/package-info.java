/** Where the people behind pseudonyms live, beside the lake and never in it. */
@NullMarked
package org.kanmai.app.insight.regions;

import org.jspecify.annotations.NullMarked;
