/** Money that comes from and goes back to buyers: providers, their notifications, and whether their statements agree with the ledger. */
@ApplicationModule(allowedDependencies = {"web", "web :: security", "ledger"})
@NullMarked
package org.kanmai.app.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
