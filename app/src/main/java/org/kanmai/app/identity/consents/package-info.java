/** What people let their data be used for. */
@NullMarked
package org.kanmai.app.identity.consents;

import org.jspecify.annotations.NullMarked;
