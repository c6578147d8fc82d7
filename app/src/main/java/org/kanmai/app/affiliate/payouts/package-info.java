/** Money that leaves the platform: proposed by one, approved by another. */
@NullMarked
package org.kanmai.app.affiliate.payouts;

import org.jspecify.annotations.NullMarked;
