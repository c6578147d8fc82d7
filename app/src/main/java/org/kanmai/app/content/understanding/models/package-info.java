/** Models that come with the build: read when first needed, run on one core, and told of when they cannot be. */
@NamedInterface("models")
@NullMarked
package org.kanmai.app.content.understanding.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
