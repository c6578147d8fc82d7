/** What people let their data be used for. */
@NamedInterface("consents")
@NullMarked
package org.kanmai.app.identity.consents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
