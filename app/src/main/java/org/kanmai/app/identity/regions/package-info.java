/** Where people say that they live: a province or elsewhere, only while they consent to it. */
@NamedInterface("regions")
@NullMarked
package org.kanmai.app.identity.regions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
