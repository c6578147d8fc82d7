/** What a work is worth to a viewer: the terms of its score, by a model or by the policy's own, and why. */
@NullMarked
package org.kanmai.app.feed.scoring;

import org.jspecify.annotations.NullMarked;
